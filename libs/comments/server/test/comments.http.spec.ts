import { newId } from '@plenary/ground/kernel';
import { Hold } from '@plenary/ground/testing';
import type { Visitor } from '@plenary/organisations/testing';
import { commentLimits } from '@plenary/comments/domain';
import { commentScene, onStatement, words, type CommentScene } from './comment-scene.js';

describe('comments over HTTP', () => {
  let scene: CommentScene;
  beforeAll(async () => {
    scene = await commentScene();
  });
  afterAll(() => scene.rooms.close());

  const codeOf = async (answer: Promise<{ status: number; body: { error: { code: string } } }>) => {
    const { status, body } = await answer;
    return [status, body?.error?.code];
  };
  const path = () => `statements/${scene.statement}/threads`;
  const threadFor = async (visitor: Visitor, id: string) => (await visitor.get(`threads/${id}`)).body;
  const names = async (id: string) => (await scene.rooms.eventsOf(id)).map(({ name }) => name);
  const logOf = async (id: string) => JSON.stringify(await scene.rooms.eventsOf(id));

  it('COM-4 are replies by whoever may comment, in order, and no event carries their words', async () => {
    const { id } = await scene.begun(scene.noor, { text: 'marker one' });
    for (const visitor of [scene.lin, scene.chiara]) {
      const { status, body } = await visitor.post(`threads/${id}/comments`, {
        ...words,
        text: 'marker more',
      });
      expect([status, body.author.personId, body.may]).toEqual([
        ...[201, visitor.personId],
        { edit: true, delete: true, translate: true },
      ]);
    }
    expect(await codeOf(scene.henrik.post(`threads/${id}/comments`, words))).toEqual([
      403,
      'statement.forbidden',
    ]);
    const thread = await threadFor(scene.henrik, id);
    expect(thread.comments.map((each: { author: { name: string } }) => each.author.name)).toEqual([
      ...['Noor', 'Lin', 'Chiara'],
    ]);
    expect(thread.may).toEqual({ reply: false, resolve: false, reopen: false });
    expect(await names(id)).toEqual(['comment.thread-begun', 'comment.added', 'comment.added']);
    expect(await logOf(id)).not.toContain('marker');
  });

  it('COM-4 keep no words of theirs in the receipts of commands', async () => {
    const headers = { 'idempotency-key': newId() };
    const { id } = await scene.begun(scene.noor);
    const first = await scene.noor.post(`threads/${id}/comments`, { ...words, text: 'marker' }, headers);
    const again = await scene.noor.post(`threads/${id}/comments`, { ...words, text: 'marker' }, headers);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await threadFor(scene.noor, id)).comments).toHaveLength(2);
    const receipts = await scene.rooms.database.query('SELECT answer FROM command_receipt');
    expect([receipts.length > 0, JSON.stringify(receipts).includes('marker')]).toEqual([true, false]);
  });

  it('COM-11 a second arrival of a device’s id is the same comment, at once, too', async () => {
    const [{ id }, other] = [await scene.begun(scene.noor), await scene.begun(scene.noor)];
    const body = { ...words, id: newId() };
    const both = await Promise.all([1, 2, 3].map(() => scene.lin.post(`threads/${id}/comments`, body)));
    expect(both.map((answer) => [answer.status, answer.body.id])).toEqual(both.map(() => [201, body.id]));
    expect((await threadFor(scene.lin, id)).comments).toHaveLength(2);
    expect(await codeOf(scene.noor.post(`threads/${id}/comments`, body))).toEqual([409, 'comment.id-taken']);
    expect(await codeOf(scene.lin.post(`threads/${other.id}/comments`, body))).toEqual([
      409,
      'comment.id-taken',
    ]);
  });

  it('COM-5 one changes one’s own, and a trace says so', async () => {
    const { id, comments } = await scene.begun(scene.noor);
    const own = `comments/${comments[0].id}`;
    const same = await scene.noor.patch(own, words);
    expect([same.status, same.body.editedAt]).toEqual([200, null]);
    const { body } = await scene.noor.patch(own, { text: 'Mejor así', language: 'es' });
    expect(body).toMatchObject({ text: 'Mejor así', language: 'es', editedAt: expect.any(String) as string });
    for (const other of [scene.sami, scene.amara])
      expect(await codeOf(other.patch(own, { text: 'x' }))).toEqual([403, 'comment.not-yours']);
    expect(await names(id)).toEqual(['comment.thread-begun', 'comment.edited']);
  });

  it('COM-5 what was deleted is without words, for everybody and for ever; its trace says who did', async () => {
    const { id, comments } = await scene.begun(scene.noor, { text: 'marker' });
    const { body: reply } = await scene.lin.post(`threads/${id}/comments`, { ...words, text: 'marker' });
    await scene.chiara.put(`comments/${reply.id}/translations/es`, { text: 'marker' });
    expect(await codeOf(scene.chiara.delete(`comments/${reply.id}`))).toEqual([403, 'comment.not-yours']);
    for (const [visitor, each] of [
      [scene.noor, comments[0].id],
      [scene.amara, reply.id],
      [scene.amara, reply.id],
    ] as const) {
      expect((await visitor.delete(`comments/${each}`)).status).toBe(204);
    }
    const seen = (await threadFor(scene.noor, id)).comments;
    expect(seen).toMatchObject([
      { text: '', deletedBy: null, deletedAt: expect.any(String) as string },
      {
        text: '',
        deletedBy: { name: 'Amara' },
        translations: [],
        may: { edit: false, delete: false, translate: false },
      },
    ]);
    const events = await scene.rooms.eventsOf(id);
    expect(events.map(({ payload }) => payload['by']).filter(Boolean)).toEqual(['author', 'other']);
    const both = [[comments[0].id, reply.id]];
    const kept = await scene.rooms.database.query(
      `SELECT text FROM comment WHERE id = ANY($1) AND text <> ''
        UNION ALL SELECT text FROM comment_translation WHERE comment_id = ANY($1)`,
      both,
    );
    expect(kept).toEqual([]);
    for (const refused of [
      scene.noor.patch(`comments/${comments[0].id}`, { text: 'x' }),
      scene.lin.put(`comments/${reply.id}/translations/es`, { text: 'x' }),
    ]) {
      expect(await codeOf(refused)).toEqual([409, 'comment.deleted']);
    }
  });

  it('COM-6 say something, in at most 5,000 characters, and mention at most twenty', async () => {
    const many = Array.from({ length: 21 }, () => `@[person:${newId()}]`).join(' ');
    const longest = 'x'.repeat(commentLimits.textLength);
    expect((await scene.begun(scene.noor, { text: longest })).comments[0].text).toBe(longest);
    for (const [text, status, code] of [
      [' \n\u200b', 422, 'comment.text-empty'],
      [`${longest}x`, 422, 'comment.text-too-long'],
      ['x'.repeat(20_001), 400, 'request.invalid'],
      [many, 422, 'comment.too-many-mentions'],
    ] as const) {
      expect(await codeOf(scene.noor.post(path(), { ...onStatement, text }))).toEqual([status, code]);
    }
    const hostile = '<img src=x onerror=alert(1)> [x](javascript:alert(1))';
    expect((await scene.begun(scene.noor, { text: hostile })).comments[0].text).toBe(hostile);
  });

  it('COM-7 those who edit say what came of a thread, and who began it; a reply reopens nothing', async () => {
    const { id } = await scene.begun(scene.noor);
    const outcome = `threads/${id}/outcome`;
    const taken = { outcome: 'taken_in_part', note: 'Two words of it.' };
    for (const other of [scene.lin, scene.sami, scene.henrik])
      expect(await codeOf(other.put(outcome, taken))).toEqual([403, 'comment.may-not-resolve']);
    const { body } = await scene.chiara.put(outcome, taken);
    expect(body.outcome).toMatchObject({ ...taken, by: { name: 'Chiara' } });
    expect(body.may).toEqual({ reply: true, resolve: false, reopen: true });
    await scene.chiara.put(outcome, taken);
    await scene.lin.post(`threads/${id}/comments`, words);
    expect((await threadFor(scene.lin, id)).outcome).toMatchObject(taken);
    expect(await codeOf(scene.lin.delete(outcome))).toEqual([403, 'comment.may-not-resolve']);
    for (const _ of [1, 2]) expect((await scene.noor.delete(outcome)).body.outcome).toBeNull();
    expect((await scene.noor.put(outcome, { outcome: 'noted', note: '' })).status).toBe(200);
    expect(await names(id)).toEqual([
      ...['comment.thread-begun', 'comment.thread-resolved', 'comment.added'],
      ...['comment.thread-reopened', 'comment.thread-resolved'],
    ]);
    expect(await logOf(id)).not.toContain('Two words');
    const refused = scene.noor.put(outcome, { outcome: 'taken', note: 'x'.repeat(1_001) });
    expect(await codeOf(refused)).toEqual([422, 'comment.text-too-long']);
  });

  it('COM-8 coordinators, penholders, facilitators and who manages the text enter for others', async () => {
    const facilitator = await scene.rooms.as(await scene.given.person('Fay'));
    await scene.given.role(facilitator.personId, 'facilitator');
    const manager = await scene.rooms.as(await scene.given.person('Mona'));
    const grant = { subjectKind: 'person', subjectId: manager.personId, right: 'manage' };
    await scene.amara.put(`statements/${scene.statement}/grants`, grant);
    const enteredFor = { name: ' Mele  of Tonga ', organisationId: scene.others, source: 'phone' };
    for (const visitor of [scene.amara, scene.chiara, facilitator, manager]) {
      const { id: thread, comments } = await scene.begun(visitor, { enteredFor });
      expect(comments[0].enteredFor).toMatchObject({
        ...{ name: 'Mele of Tonga', source: 'phone', organisation: { id: scene.others } },
      });
      expect(comments[0].author.personId).toBe(visitor.personId);
      const { items } = (await visitor.get(`statements/${scene.statement}/threads/places`)).body;
      const place = items.find((each: { id: string }) => each.id === thread);
      expect(place.enteredFor).toEqual(comments[0].enteredFor);
    }
    const { id } = await scene.begun(scene.noor);
    for (const refused of [
      scene.noor.post(path(), { ...onStatement, enteredFor }),
      scene.noor.post(`threads/${id}/comments`, { ...words, enteredFor }),
    ]) {
      expect(await codeOf(refused)).toEqual([403, 'comment.may-not-enter-for']);
    }
    const unknown = { ...enteredFor, organisationId: newId() };
    const refused = scene.amara.post(`threads/${id}/comments`, { ...words, enteredFor: unknown });
    expect(await codeOf(refused)).toEqual([422, 'comment.organisation-unknown']);
    for (const wrong of [{ ...enteredFor, source: 'dream' }, { name: 'x' }, 'Mele', null])
      expect(await codeOf(scene.amara.post(path(), { ...onStatement, enteredFor: wrong }))).toEqual([
        ...[400, 'request.invalid'],
      ]);
  });

  it('COM-4 are translated by whoever may comment; who wrote a translation takes it away, or who manages', async () => {
    const { id, comments } = await scene.begun(scene.noor);
    const spanish = `comments/${comments[0].id}/translations/es`;
    expect(await codeOf(scene.henrik.put(spanish, { text: 'x' }))).toEqual([403, 'statement.forbidden']);
    const { body } = await scene.lin.put(spanish, { text: 'Una palabra' });
    expect(body.translations).toMatchObject([{ language: 'es', text: 'Una palabra', by: { name: 'Lin' } }]);
    expect(await codeOf(scene.noor.delete(spanish))).toEqual([403, 'comment.not-yours']);
    expect((await scene.lin.delete(spanish)).body.translations).toEqual([]);
    await scene.lin.put(spanish, { text: 'Otra' });
    expect((await scene.amara.delete(spanish)).body.translations).toEqual([]);
    await scene.amara.delete(spanish);
    const no = scene.lin.put(`comments/${comments[0].id}/translations/No%20such`, { text: 'x' });
    expect(await codeOf(no)).toEqual([404, 'request.not-found']);
    expect((await names(id)).filter((name) => name === 'comment.translated')).toHaveLength(4);
  });

  describe('COM-9 unread', () => {
    const unread = async (visitor: Visitor, id: string) => (await threadFor(visitor, id)).unreadCount;
    const mark = (visitor: Visitor, threadId: string, until: string) =>
      visitor.put(`${path()}/read`, { read: [{ threadId, until }] });

    it('is what others wrote after what one has read, and never one’s own', async () => {
      const { id } = await scene.begun(scene.noor);
      const first = (await scene.lin.post(`threads/${id}/comments`, words)).body;
      await scene.lin.post(`threads/${id}/comments`, words);
      expect([
        await unread(scene.noor, id),
        await unread(scene.lin, id),
        await unread(scene.sami, id),
      ]).toEqual([...[2, 1, 3]]);
      expect((await mark(scene.noor, id, first.createdAt)).status).toBe(204);
      const seen = (await threadFor(scene.noor, id)).comments as { isUnread: boolean }[];
      expect(seen.map(({ isUnread }) => isUnread)).toEqual([false, false, true]);
      const places = (await scene.noor.get(`${path()}/places`)).body.items as {
        id: string;
        unreadCount: number;
      }[];
      expect(places.find((each) => each.id === id)).toMatchObject({ commentCount: 3, unreadCount: 1 });
      // Nothing to read is left of it.
      await scene.lin.delete(`comments/${(await threadFor(scene.noor, id)).comments[2].id}`);
      expect(await unread(scene.noor, id)).toBe(0);
    });

    it('of two devices the later mark holds, and none reads what was not yet written', async () => {
      const { id } = await scene.begun(scene.noor);
      const replies = [];
      for (let count = 0; count < 3; count++)
        replies.push((await scene.lin.post(`threads/${id}/comments`, words)).body);
      await mark(scene.noor, id, replies[1].createdAt);
      await mark(scene.noor, id, replies[0].createdAt);
      expect(await unread(scene.noor, id)).toBe(1);
      await mark(scene.noor, id, '2999-01-01T00:00:00Z');
      expect(await unread(scene.noor, id)).toBe(0);
      await scene.lin.post(`threads/${id}/comments`, words);
      expect(await unread(scene.noor, id)).toBe(1);
    });

    it('of a thread that is not theirs nothing is kept, and nothing said', async () => {
      const secret = await scene.begun(scene.noor, { audience: 'organisation' });
      for (const id of [secret.id, newId()])
        expect((await mark(scene.lin, id, secret.createdAt)).status).toBe(204);
      const kept = await scene.rooms.database.query('SELECT FROM comment_thread_read WHERE person_id = $1', [
        scene.lin.personId,
      ]);
      expect(kept).toEqual([]);
      const read = Array.from({ length: 101 }, () => ({ threadId: newId(), until: secret.createdAt }));
      expect(await codeOf(scene.lin.put(`${path()}/read`, { read }))).toEqual([400, 'request.invalid']);
    });
  });

  it('COM-4 a right that is withdrawn while one writes refuses what was written', async () => {
    const statement = await scene.given.statement({ groupId: await scene.given.group() });
    const grant = { subjectKind: 'person', subjectId: scene.lin.personId, right: 'comment' };
    await scene.amara.put(`statements/${statement}/grants`, grant);
    const { id } = await scene.begun(scene.lin, {}, statement);
    const { database } = scene.rooms;
    const hold = await Hold.of(database, 'SELECT FROM statement WHERE id = $1 FOR UPDATE', [statement]);
    const written = scene.lin.post(`threads/${id}/comments`, words);
    await hold.waiting(1);
    await hold.query(`UPDATE statement_grant SET "right" = 'read' WHERE statement_id = $1`, [statement]);
    await hold.release();
    expect(await codeOf(written)).toEqual([403, 'statement.forbidden']);
    expect((await threadFor(scene.lin, id)).comments).toHaveLength(1);
  });

  it('each is later than the one before, also of many at once', async () => {
    const { id } = await scene.begun(scene.noor);
    const people = [scene.noor, scene.sami, scene.lin, scene.chiara, scene.amara];
    await Promise.all([...people, ...people].map((visitor) => visitor.post(`threads/${id}/comments`, words)));
    const { comments, changedAt } = await threadFor(scene.noor, id);
    const times = comments.map(({ createdAt }: { createdAt: string }) => createdAt) as string[];
    expect([new Set(times).size, times.toSorted(), times.at(-1)]).toEqual([11, times, changedAt]);
  });

  it('COM-11 a person writes at most two hundred in ten minutes, and no thread grows without end', async () => {
    const busy = await scene.rooms.as(await scene.given.person('Busy'));
    await scene.given.representative(busy.personId, scene.others, 'member');
    const { id } = await scene.begun(busy);
    for (let count = 1; count < commentLimits.comments; count++) await scene.given.comment(id);
    expect(await codeOf(busy.post(`threads/${id}/comments`, words))).toEqual([
      409,
      'comment.too-many-comments',
    ]);
    let last: unknown[] = [];
    // Two are spent.
    for (let count = 3; count <= 200 && last[0] !== 429; count++) {
      last = await codeOf(busy.patch(`comments/${newId()}`, { text: 'x' }));
    }
    expect(last).toEqual([404, 'comment.not-found']);
    expect(await codeOf(busy.post(path(), onStatement))).toEqual([429, 'request.rate-limited']);
    expect((await scene.noor.post(path(), onStatement)).status).toBe(201);
  });
});
