import { newId } from '@plenary/ground/kernel';
import { Subjects } from '@plenary/ground/server';
import { countQueries, Hold } from '@plenary/ground/testing';
import type { Visitor } from '@plenary/organisations/testing';
import { edit } from '@plenary/statements/testing';
import { audiences } from '@plenary/comments/domain';
import { anchorIn, commentScene, onStatement, words, writerOf, type CommentScene } from './comment-scene.js';

describe('threads over HTTP', () => {
  let scene: CommentScene;
  beforeAll(async () => {
    scene = await commentScene();
  });
  afterAll(() => scene.rooms.close());

  const path = (on = scene.statement) => `statements/${on}/threads`;
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
  const codeOf = async (answer: Promise<{ status: number; body: { error: { code: string } } }>) => {
    const { status, body } = await answer;
    return [status, body.error.code];
  };

  describe('COM-3 what a thread is about', () => {
    const passage = (anchor: unknown) => ({ ...onStatement, kind: 'passage', anchor });

    it('is read in the committed text, whatever the client says', async () => {
      const anchor = await anchorIn(scene.rooms, scene.statement, 'people who move');
      const { place, comments, ...thread } = await scene.begun(scene.noor, passage(anchor));
      expect(place).toMatchObject({
        ...{ kind: 'passage', anchor, quote: 'people who move', before: 'We, the ', after: ', say this.' },
      });
      expect(place.print).toMatchObject({
        runs: [[expect.any(Number), expect.any(Number), 15]],
        before: null,
      });
      expect(place.print.homes).toEqual([{ id: place.paragraphId, at: null }]);
      expect(thread).toMatchObject({ statementId: scene.statement, audience: 'readers', outcome: null });
      expect(comments).toMatchObject([
        { text: 'A word', author: { name: 'Noor', organisation: { name: 'Ours' } } },
      ]);
      for (const more of ['quote', 'before', 'print', 'organisationId', 'begunBy']) {
        const refused = scene.noor.post(path(), { ...passage(anchor), [more]: 'mine' });
        expect(await codeOf(refused)).toEqual([400, 'request.invalid']);
      }
    });

    it('may be a paragraph, with its words', async () => {
      const anchor = await anchorIn(scene.rooms, scene.statement, 'together');
      const { place } = await scene.begun(scene.noor, passage(anchor));
      const { paragraphId } = place;
      const thread = await scene.begun(scene.noor, { kind: 'paragraph', paragraphId });
      expect(thread.place).toMatchObject({
        kind: 'paragraph',
        paragraphId,
        quote: 'And we say it together.',
        anchor: null,
      });
      const unknown = scene.noor.post(path(), { ...onStatement, kind: 'paragraph', paragraphId: 'y9.9' });
      expect(await codeOf(unknown)).toEqual([409, 'comment.passage-unknown']);
      const { body } = await scene.noor.get(`${path()}?paragraphId=${paragraphId}`);
      expect(ids(body.items)).toContain(thread.id);
      expect(
        new Set(body.items.map((each: { place: { paragraphId: string } }) => each.place.paragraphId)),
      ).toEqual(new Set([paragraphId]));
    });

    it('is refused where the text does not know the characters, and taken once they are saved', async () => {
      const statement = await scene.given.statement();
      const writer = await writerOf(scene.rooms, scene.chiara, statement);
      const client = writer.provider.doc.clientID;
      const missing = passage([{ first: [client, 0], last: [client, 4] }]);
      expect(await codeOf(scene.noor.post(path(statement), missing))).toEqual([
        409,
        'comment.passage-unknown',
      ]);
      edit(writer.provider.doc, (editing, { page }) => editing.insert(page[0]!, 0, { text: 'Hello' }));
      await writer.provider.saved();
      const anchor = await anchorIn(scene.rooms, statement, 'Hello');
      expect((await scene.begun(scene.noor, passage(anchor), statement)).place.quote).toBe('Hello');
      // Gone meanwhile: it stood here, and nobody can quote it any more.
      edit(writer.provider.doc, (editing, { page }) => editing.delete(page[0]!, 0, 5));
      await writer.provider.saved();
      const late = await scene.begun(scene.noor, passage(anchor), statement);
      expect(late.place).toMatchObject({ quote: '', paragraphId: expect.stringMatching(/./) as string });
      expect(late.place.print.runs).toEqual([[...anchor[0]!.first, 5]]);
      writer.connection.close();
    });

    it.each([
      ['nothing', []],
      ['no list', {}],
      ['a stretch without an end', [{ first: [1, 2] }]],
      ['an end that is no character', [{ first: [1, 2], last: ['1', 2] }]],
      ['a negative number', [{ first: [1, -2], last: [1, 2] }]],
      ['more than it takes', [{ first: [1, 2], last: [1, 2], middle: [1, 2] }]],
      ['fifty-one stretches', Array.from({ length: 51 }, () => ({ first: [1, 2], last: [1, 2] }))],
    ])('is refused by its shape: %s', async (_name, anchor) => {
      expect(await codeOf(scene.noor.post(path(), passage(anchor)))).toEqual([400, 'request.invalid']);
    });

    it('is refused where it consists of more pieces than anybody marks', async () => {
      const statement = await scene.given.statement({ paragraphs: [{ text: 'ab' }] });
      const writer = await writerOf(scene.rooms, scene.chiara, statement);
      // Written from the end to the beginning, each character is a piece of its own.
      edit(writer.provider.doc, (editing, { page }) => {
        for (let count = 0; count < 1_001; count++) editing.insert(page[0]!, 1, { text: 'x' });
      });
      await writer.provider.saved();
      const anchor = await anchorIn(scene.rooms, statement, `a${'x'.repeat(1_001)}b`);
      const refused = scene.noor.post(path(statement), passage(anchor));
      expect(await codeOf(refused)).toEqual([422, 'comment.passage-too-long']);
      writer.connection.close();
    });
  });

  it('COM-1, COM-2 each audience reads its threads, by every way, and to others there is none', async () => {
    const statement = await scene.given.statement();
    const threads = new Map<string, string>();
    for (const audience of audiences) {
      threads.set(audience, (await scene.begun(scene.noor, { audience }, statement)).id as string);
    }
    const expected: readonly (readonly [Visitor, readonly string[]])[] = [
      [scene.noor, audiences],
      [scene.sami, ['readers', 'organisation']],
      [scene.lin, ['readers']],
      [scene.henrik, ['readers']],
      [scene.chiara, ['readers', 'penholders']],
      [scene.amara, ['readers', 'penholders']],
      [scene.nobody, []],
    ];
    for (const [visitor, may] of expected) {
      const wanted = [...threads].filter(([audience]) => may.includes(audience)).map(([, id]) => id);
      for (const [audience, id] of threads) {
        const { status, body } = await visitor.get(`threads/${id}`);
        const isReader = may.includes(audience);
        expect([audience, status]).toEqual([audience, isReader ? 200 : 404]);
        if (!isReader) expect(body.error.code).toBe('comment.thread-not-found');
        const subject = { kind: 'thread', id };
        const readers = await scene.rooms.app.get(Subjects).readersOf(subject, [visitor.personId]);
        expect([audience, readers.has(visitor.personId)]).toEqual([audience, isReader]);
        const known = await scene.rooms.app.get(Subjects).knownTo(visitor.personId, [subject]);
        expect([audience, known.has(subject)]).toEqual([audience, isReader]);
      }
      if (may.length === 0) continue;
      const [listed, places] = [
        await visitor.get(path(statement)),
        await visitor.get(`${path(statement)}/places`),
      ];
      expect(ids(listed.body.items).toSorted()).toEqual(wanted.toSorted());
      expect(ids(places.body.items).toSorted()).toEqual(wanted.toSorted());
    }
    expect(await codeOf(scene.nobody.get(path(statement)))).toEqual([404, 'statement.not-found']);
    expect(await codeOf(scene.lin.post(`threads/${threads.get('penholders')}/comments`, words))).toEqual(
      await codeOf(scene.lin.post(`threads/${newId()}/comments`, words)),
    );
  });

  it('COM-1 who may no longer read the statement reads no thread of it, their own neither', async () => {
    const statement = await scene.given.statement({ groupId: await scene.given.group() });
    const grant = { subjectKind: 'person', subjectId: scene.lin.personId, right: 'comment' };
    const { body } = await scene.amara.put(`statements/${statement}/grants`, grant);
    const { id, comments } = await scene.begun(scene.lin, {}, statement);
    await scene.amara.delete(`statements/${statement}/grants/${body.grantId}`);
    expect(await codeOf(scene.lin.get(`threads/${id}`))).toEqual([404, 'comment.thread-not-found']);
    for (const refused of [
      scene.lin.patch(`comments/${comments[0].id}`, { text: 'x' }),
      scene.lin.delete(`comments/${comments[0].id}`),
    ]) {
      expect(await codeOf(refused)).toEqual([404, 'comment.not-found']);
    }
  });

  it('COM-2 one for an organisation is for the one that its author speaks for', async () => {
    const { organisation } = await scene.begun(scene.noor, { audience: 'organisation' });
    expect(organisation).toMatchObject({ id: scene.ours, name: 'Ours' });
    const refused = scene.amara.post(path(), { ...onStatement, audience: 'organisation' });
    expect(await codeOf(refused)).toEqual([422, 'comment.no-organisation']);
  });

  it('COM-2 what a device wrote for one organisation is for that one, whichever is chosen later', async () => {
    const { rooms, given, ours, others } = scene;
    const rana = await rooms.as(await given.person('Rana'));
    await given.representative(rana.personId, ours, 'member');
    await given.representative(rana.personId, others, 'member');
    const later = { speaksFor: others };
    const { id, organisation } = await scene.begun(rana, { ...later, audience: 'organisation' });
    expect(organisation).toMatchObject({ id: others });
    const { body: reply } = await rana.post(`threads/${id}/comments`, { ...words, ...later });
    expect(reply.author.organisation).toMatchObject({ id: others });
    const { body: now } = await rana.post(`threads/${id}/comments`, words);
    expect(now.author.organisation).toMatchObject({ id: ours });
    const { body: none } = await rana.post(`threads/${id}/comments`, { ...words, speaksFor: null });
    expect(none.author.organisation).toBeNull();

    // Of an organisation for which its author does not act, nothing is said; what was meant for it goes to no other.
    const { comments } = await scene.begun(scene.noor, later);
    expect(comments[0].author.organisation).toMatchObject({ id: ours });
    const refused = scene.noor.post(path(), { ...onStatement, ...later, audience: 'organisation' });
    expect(await codeOf(refused)).toEqual([422, 'comment.no-organisation']);
  });

  it('COM-4 who may only read begins none, and who may comment may not write', async () => {
    const refused = await scene.henrik.post(path(), onStatement);
    expect([refused.status, refused.body.error.code]).toEqual([403, 'statement.forbidden']);
    expect((await scene.noor.get(`statements/${scene.statement}`)).body.right).toBe('comment');
    expect((await scene.noor.patch(`statements/${scene.statement}`, { title: 'Mine' })).status).toBe(403);
  });

  it('COM-11 a second arrival of a device’s id is the same thread, and another’s id is taken', async () => {
    const id = newId();
    const both = await Promise.all([1, 2, 3].map(() => scene.noor.post(path(), { ...onStatement, id })));
    expect(both.map(({ status, body }) => [status, body.id, body.comments.length])).toEqual(
      both.map(() => [201, id, 1]),
    );
    expect(both.map(({ body }) => body.comments[0].id)).toEqual(both.map(() => both[0]!.body.comments[0].id));
    expect((await scene.rooms.eventsOf(id)).map(({ name }) => name)).toEqual(['comment.thread-begun']);
    for (const refused of [
      scene.lin.post(path(), { ...onStatement, id }),
      scene.noor.post(path(await scene.given.statement()), { ...onStatement, id }),
    ]) {
      expect(await codeOf(refused)).toEqual([409, 'comment.id-taken']);
    }
  });

  it('COM-11 of two statements at which one id arrives at once, one has the thread', async () => {
    const [id, one, other] = [newId(), await scene.given.statement(), await scene.given.statement()];
    const { database } = scene.rooms;
    const hold = await Hold.of(database, 'LOCK TABLE comment_thread IN SHARE MODE');
    const both = [one, other].map((on) => scene.noor.post(path(on), { ...onStatement, id }));
    await hold.waiting(2);
    await hold.release();
    const answers = await Promise.all(both);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.error.code).toBe('comment.id-taken');
  });

  it('are listed by what one looks for, the newest change first, page by page', async () => {
    const statement = await scene.given.statement();
    const group = await scene.given.group();
    await scene.given.member(group, scene.lin.personId, 'member', scene.others);
    const mention = `@[person:${scene.sami.personId}]`;
    const first = await scene.begun(scene.noor, { text: `Ask ${mention}` }, statement);
    const second = await scene.begun(scene.lin, {}, statement);
    const third = await scene.begun(scene.chiara, { text: `For @[group:${group}]` }, statement);
    await scene.chiara.put(`threads/${second.id}/outcome`, { outcome: 'not_taken', note: 'No.' });
    await scene.sami.post(`threads/${third.id}/comments`, words);
    const asked = async (visitor: Visitor, query = '') =>
      ids((await visitor.get(`${path(statement)}?${query}`)).body.items);
    const of = (...some: { id: string }[]) => ids(some);
    expect(await asked(scene.noor)).toEqual(of(third, second, first));
    expect(await asked(scene.noor, 'state=open')).toEqual(of(third, first));
    expect(await asked(scene.noor, 'state=resolved')).toEqual(of(second));
    expect(await asked(scene.noor, 'outcome=not_taken')).toEqual(of(second));
    expect(await asked(scene.noor, 'outcome=taken')).toEqual([]);
    expect(await asked(scene.noor, 'mine=true')).toEqual(of(first));
    expect(await asked(scene.sami, 'mine=true')).toEqual(of(third, first));
    expect(await asked(scene.noor, `organisationId=${scene.ours}`)).toEqual(of(third, first));
    expect(await asked(scene.noor, `organisationId=${scene.others}`)).toEqual(of(second));
    expect(await asked(scene.noor, `groupId=${group}`)).toEqual(of(third, second));
    expect(await asked(scene.noor, 'unread=true')).toEqual(of(third, second));
    const page = (await scene.noor.get(`${path(statement)}?limit=2`)).body;
    const rest = (await scene.noor.get(`${path(statement)}?limit=2&cursor=${page.nextCursor}`)).body;
    expect([ids(page.items), ids(rest.items), rest.nextCursor]).toEqual([of(third, second), of(first), null]);
  });

  it('ORG-3 an organisation that one may not find has no name here, and nobody filters by it', async () => {
    const hidden = await scene.given.organisation({ listing: 'unlisted', name: 'Hidden' });
    const max = await scene.rooms.as(await scene.given.person('Max'));
    await scene.given.representative(max.personId, hidden, 'member');
    const text = `We are @[organisation:${hidden}]`;
    const statement = await scene.given.statement();
    const thread = await scene.begun(max, { text }, statement);
    const mention = { kind: 'organisation', id: hidden };
    expect(thread.comments[0]).toMatchObject({
      ...{ author: { organisation: { name: 'Hidden' } }, mentions: [{ ...mention, name: 'Hidden' }] },
    });
    const seen = (await scene.lin.get(`threads/${thread.id}`)).body;
    expect([seen.organisation, seen.comments[0].author.organisation]).toEqual([null, null]);
    expect(seen.comments[0].mentions).toEqual([{ ...mention, name: null }]);
    const places = (await scene.lin.get(`${path(statement)}/places`)).body.items;
    expect(places[0]).toMatchObject({ beginning: 'We are @…', author: { name: 'Max', organisation: null } });
    const asked = (visitor: Visitor) => visitor.get(`${path(statement)}?organisationId=${hidden}`);
    expect([(await asked(max)).body.items.length, (await asked(scene.lin)).body.items.length]).toEqual([
      1, 0,
    ]);
    // Whom its author may not find, a comment does not mention.
    expect((await scene.begun(scene.lin, { text }, statement)).comments[0].mentions).toEqual([]);
    const found = (visitor: Visitor) => visitor.get(`statements/${statement}/mentionable?query=hidden`);
    expect((await found(max)).body.items).toEqual([]);
  });

  it('COM-6 mentionable are those who may read the statement, groups, and listed organisations', async () => {
    const group = await scene.given.group('Lin’s friends');
    const organisation = await scene.given.organisation({ name: 'Lin House' });
    await scene.given.person('Lina, who reads nothing');
    const { body } = await scene.noor.get(`statements/${scene.statement}/mentionable?query=lin`);
    expect(body.items).toEqual([
      { kind: 'person', id: scene.lin.personId, name: 'Lin' },
      { kind: 'group', id: group, name: 'Lin’s friends' },
      { kind: 'organisation', id: organisation, name: 'Lin House' },
    ]);
    const all = (await scene.noor.get(`statements/${scene.statement}/mentionable`)).body.items;
    expect(all.length).toBeLessThanOrEqual(10);
  });

  it('COM-10 pages and places cost as many queries for five hundred threads as for two', async () => {
    const statement = await scene.given.statement();
    const more = async (count: number) => {
      for (let at = 0; at < count; at++) {
        const { id } = await scene.given.thread(statement, { by: scene.lin.personId });
        await scene.given.comment(id, {
          by: scene.chiara.personId,
          text: `@[person:${scene.sami.personId}]`,
        });
      }
    };
    const queries = countQueries(scene.rooms.database);
    const cost = async (what: string) => {
      const counts: number[] = [];
      // What runs in the background is counted along, so that the fewest say it.
      for (let round = 0; round < 3; round++) {
        queries.reset();
        expect((await scene.noor.get(`${path(statement)}${what}`)).status).toBe(200);
        counts.push(queries.made());
      }
      return Math.min(...counts);
    };
    await more(2);
    const few = [await cost('?limit=50'), await cost('/places')];
    await more(498);
    expect([await cost('?limit=50'), await cost('/places')]).toEqual(few);
    queries.stop();
    const { body } = await scene.noor.get(`${path(statement)}/places`);
    expect(body.items).toHaveLength(500);
    expect(body.items[0]).toMatchObject({ commentCount: 2, unreadCount: 2, beginning: 'A word' });
  });
});
