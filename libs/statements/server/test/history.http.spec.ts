import { newId } from '@plenary/ground/kernel';
import type { DocumentProvider } from '@plenary/ground/collab/client';
import { pictureOf } from '@plenary/ground/text';
import type { Visitor } from '@plenary/organisations/testing';
import type {
  AuthorshipView,
  ComparedParagraphView,
  ComparisonView,
  HistoryView,
  StretchView,
  UnreadView,
} from '@plenary/statements/domain';
import { documentOf } from '@plenary/statements/domain';
import { edit, startStatements, type StatementsUnderTest } from '@plenary/statements/testing';
import { LiveTexts, within } from './live-texts.js';

const marked = ({ paragraphs }: Pick<ComparisonView, 'paragraphs'>) =>
  paragraphs.map(({ state, moved, pieces }) => [
    `${state}${moved ? ' moved' : ''}`,
    pieces.map(({ kind, text }) => (kind === 'same' ? text : `[${kind}:${text}]`)).join(''),
  ]);

describe('the history of a statement', () => {
  let rooms: StatementsUnderTest;
  let texts: LiveTexts;
  let chiara: Visitor;
  let mateo: Visitor;
  let amara: Visitor;
  let reader: Visitor;
  let pair: DocumentProvider[];
  let organisations: { sea: string; quay: string };

  beforeAll(async () => {
    rooms = await startStatements();
    texts = new LiveTexts(rooms);
    const { given } = rooms;
    await given.coalition();
    organisations = {
      sea: await given.organisation({ name: 'At Sea' }),
      quay: await given.organisation({ name: 'Open Quay' }),
    };
    const people = await given.people(4);
    await given.role(people[0]!, 'coordinator');
    await given.role(people[1]!, 'penholder');
    await given.representative(people[1]!, organisations.sea, 'focal_point');
    await given.representative(people[2]!, organisations.quay, 'focal_point');
    await given.representative(people[3]!, await given.organisation(), 'member');
    [amara, chiara, mateo, reader] = (await Promise.all(people.map(rooms.as))) as [
      Visitor,
      Visitor,
      Visitor,
      Visitor,
    ];
  });
  afterAll(async () => {
    texts.close();
    await rooms.close();
  });

  /** A statement that two people have open, with the right to write. */
  async function written(...paragraphs: string[]) {
    const id = await rooms.given.statement({
      paragraphs: paragraphs.map((text) => ({ text })),
      grants: [{ subjectKind: 'person', subjectId: mateo.personId, right: 'edit' }],
    });
    const open = async (visitor: Visitor) => {
      const provider = await texts.open(visitor.personId, id);
      await provider.synced();
      return provider;
    };
    pair = [await open(chiara), await open(mateo)];
    return { id, path: `statements/${id}/history`, chiaras: pair[0]!, mateos: pair[1]! };
  }
  /** Who acts next has it on the screen. */
  const act = async (provider: DocumentProvider, work: Parameters<typeof edit>[1]) => {
    edit(provider.doc, work);
    await provider.saved();
    const isEqual = () => new Set(pair.map(({ doc }) => pictureOf(doc))).size === 1;
    expect(await within(3_000, isEqual)).toBe(true);
  };
  const insert = (provider: DocumentProvider, place: number, offset: number, text: string) =>
    act(provider, (editing, { page }) => void editing.insert(page[place]!, offset, { text }));
  const headOf = async (path: string): Promise<HistoryView> => (await chiara.get(path)).body;
  const compare = async (path: string, from: number, to: number): Promise<ComparisonView> =>
    (await chiara.get(`${path}/comparison?from=${from}&to=${to}`)).body;

  it('any moment can be read, with its time, and none that there is not', async () => {
    const { id, path, chiaras } = await written('We ask');
    await insert(chiaras, 0, 6, ' for routes');
    await insert(chiaras, 0, 17, ' that are safe');
    const { first, last } = await headOf(path);
    expect([first.seq, last.seq]).toEqual([1, 3]);
    const textAt = async (seq: number) => {
      const { body } = await chiara.get(`${path}/moments/${seq}`);
      expect(Date.parse(body.moment.at)).not.toBeNaN();
      return body.paragraphs.map((each: { content: { text: string }[] }) =>
        each.content.map(({ text }) => text).join(''),
      );
    };
    expect(await textAt(1)).toEqual(['We ask']);
    expect(await textAt(2)).toEqual(['We ask for routes']);
    expect(await textAt(3)).toEqual(['We ask for routes that are safe']);
    for (const seq of ['4', '99999999999'])
      expect((await chiara.get(`${path}/moments/${seq}`)).body.error.code).toBe('statement.moment-unknown');
    expect((await chiara.get(`${path}/moments/0`)).status).toBe(404);
    // SYNC-24: after a restore texts begin a new epoch; what was written before is read as before.
    await rooms.database.query('UPDATE collab_document SET epoch = epoch + 1 WHERE id = $1', [
      documentOf(id),
    ]);
    expect(await textAt(2)).toEqual(['We ask for routes']);
  });

  it('a gap in the journal is told, and later moments are read from a state that was kept', async () => {
    const { id, path, chiaras } = await written('One');
    for (const word of [' two', ' three', ' four']) await insert(chiaras, 0, 3, word);
    await headOf(path);
    await rooms.database.query('DELETE FROM collab_update WHERE document_id = $1 AND seq = 3', [
      documentOf(id),
    ]);
    expect((await chiara.get(`${path}/moments/2`)).status).toBe(200);
    for (const seq of [3, 4]) {
      expect(await chiara.get(`${path}/moments/${seq}`)).toMatchObject({
        status: 409,
        body: { error: { code: 'statement.history-gap', params: { after: 2 } } },
      });
    }
  });

  it('STM-23 is told in stretches of work: who, for whom, how much, where', async () => {
    const { path, chiaras, mateos } = await written('First', 'Second');
    await insert(chiaras, 0, 5, ' by Chiara');
    await act(chiaras, (editing, { page }) => editing.delete(page[1]!, 0, 3));
    rooms.clock.forward(3_600_000);
    await insert(mateos, 0, 0, 'Mateo: ');
    const { body } = await chiara.get(`${path}/stretches`);
    const [latest, middle, begun] = body.items as StretchView[];
    expect(body.items).toHaveLength(3);
    expect(latest).toMatchObject({
      ...{ number: 3, firstSeq: 4, lastSeq: 4, paragraphs: 1, gapBefore: false },
      authors: [{ personId: mateo.personId, organisation: 'Open Quay', added: 7, removed: 0 }],
    });
    expect(middle).toMatchObject({
      ...{ number: 2, firstSeq: 2, lastSeq: 3, paragraphs: 2 },
      authors: [{ personId: chiara.personId, organisation: 'At Sea', added: 10, removed: 3 }],
    });
    expect(begun).toMatchObject({ number: 1, authors: [{ personId: null, name: null, added: 11 }] });
    expect((await headOf(path)).stretches).toBe(3);
    // STM-25: two moments that are compared say in which step they lie.
    const compared = await compare(path, 2, 4);
    expect([compared.from, compared.to]).toMatchObject([
      { seq: 2, step: 2 },
      { seq: 4, step: 3 },
    ]);
    expect((await compare(path, 0, 3)).to.step).toBe(2);
    const { body: page } = await chiara.get(`${path}/stretches?limit=2&upTo=2`);
    expect(page).toMatchObject({ items: [{ number: 2 }, { number: 1 }], nextCursor: null });
    expect((await chiara.get(`${path}/stretches?limit=1`)).body.nextCursor).toBe('2');
  });

  it('STM-24 versions have a name, a note, an author and a moment, and are on the record', async () => {
    const { id, path, chiaras } = await written('Zero');
    const zero = await chiara.post(`${path}/versions`, { name: ' Zero \n draft ', note: 'As begun.' });
    expect(zero).toMatchObject({
      status: 201,
      body: { name: 'Zero draft', note: 'As begun.', moment: { seq: 1 }, by: { personId: chiara.personId } },
    });
    await insert(chiaras, 0, 4, ' and more');
    expect((await chiara.post(`${path}/versions`, { name: 'Rev. 1' })).body.moment.seq).toBe(2);
    expect((await chiara.post(`${path}/versions`, { name: 'Of old', seq: 1 })).body.moment.seq).toBe(1);
    const codeOf = async (body: object) => (await chiara.post(`${path}/versions`, body)).body.error.code;
    expect(await codeOf({ name: 'REV. 1' })).toBe('statement.version-name-taken');
    expect(await codeOf({ name: ' ' })).toBe('statement.version-name-empty');
    expect(await codeOf({ name: 'x'.repeat(81) })).toBe('statement.version-name-too-long');
    expect(await codeOf({ name: 'Later', seq: 9 })).toBe('statement.moment-unknown');
    expect((await headOf(path)).versions.map(({ name }) => name)).toEqual(['Rev. 1', 'Of old', 'Zero draft']);
    expect((await rooms.eventsOf(id)).filter(({ name }) => name === 'statement.version-named')).toMatchObject(
      [
        { payload: { name: 'Zero draft', seq: 1 }, actor_id: chiara.personId },
        { payload: { name: 'Rev. 1', seq: 2 } },
        { payload: { name: 'Of old', seq: 1 } },
      ],
    );
    // Whoever may see the history, and not write, names nothing.
    await chiara.put(`statements/${id}/grants`, {
      subjectKind: 'role',
      subjectId: 'observer',
      right: 'read',
    });
    await amara.put(`${path}/right`, { right: 'comment' });
    expect((await reader.get(path)).body.mayNameVersions).toBe(false);
    expect(await reader.post(`${path}/versions`, { name: 'Mine' })).toMatchObject({
      status: 403,
      body: { error: { code: 'statement.forbidden' } },
    });
  });

  it('STM-25 two moments are compared by paragraph and word, with who wrote what was added', async () => {
    const { path, chiaras, mateos } = await written('We ask for routes.', 'Nobody is illegal.', 'The end.');
    await act(chiaras, (editing, { page }) => {
      editing.delete(page[0]!, 7, 10);
      editing.insert(page[0]!, 7, { text: 'on' });
    });
    await insert(mateos, 1, 18, ' Ever.');
    await act(chiaras, (editing, text) => editing.move(text.page[2]!, null));
    await act(chiaras, (editing, text) => editing.remove(text.page[1]!));
    const { last } = await headOf(path);
    const comparison = await compare(path, 1, last.seq);
    expect(marked(comparison)).toEqual([
      ['removed', '[removed:We ask for routes.]'],
      ['same moved', 'The end.'],
      ['changed', 'Nobody is illegal.[added: Ever.]'],
    ]);
    const added = comparison.paragraphs[2]!.pieces.find(({ kind }) => kind === 'added')!;
    expect(comparison.authors[added.author!]).toMatchObject({
      personId: mateo.personId,
      organisation: 'Open Quay',
    });
    expect(marked(await compare(path, 1, 2))[0]).toEqual([
      'changed',
      'We ask [removed:for][added:on] routes.',
    ]);
    // Backwards, too; and everything is new to who compares with nothing.
    expect(marked(await compare(path, last.seq, 1)).map(([state]) => state)).toContain('added');
    expect(marked(await compare(path, 0, 1)).map(([state]) => state)).toEqual(['added', 'added', 'added']);
  });

  it('STM-25 words that an Enter or a join carried elsewhere are nobody’s new words', async () => {
    const { path, chiaras } = await written('One. Two.', 'Three.');
    await act(chiaras, (editing, { page }) => void editing.split(page[0]!, 5, {}));
    expect(marked(await compare(path, 1, 2))).toEqual([
      ['changed', 'One. [went:Two.]'],
      ['added', '[came:Two.]'],
      ['same', 'Three.'],
    ]);
    await act(chiaras, (editing, text) => editing.join(text.page[2]!, text.page[1]!));
    expect(marked(await compare(path, 2, 3))).toEqual([
      ['same', 'One. '],
      ['changed', 'Two.[came:Three.]'],
      ['removed', '[went:Three.]'],
    ]);
  });

  it('STM-25 formats and styles that changed are told apart from words', async () => {
    const { path, chiaras } = await written('Safe and legal routes', 'Heading');
    await act(chiaras, (editing, { page }) => {
      editing.format(page[0]!, 9, 14, 'bold', true);
      editing.setAttribute(page[1]!.id, 'style', 'heading');
    });
    const { paragraphs } = await compare(path, 1, 2);
    expect(marked({ paragraphs })).toEqual([
      ['changed', 'Safe and [formatted:legal] routes'],
      ['changed', 'Heading'],
    ]);
    expect(paragraphs.map(({ restyled }) => restyled)).toEqual([false, true]);
    expect(paragraphs[0]!.pieces[1]).toMatchObject({ bold: true, author: null });
  });

  it('STM-26 whose words stand there is known for each, whatever happened around them, with shares', async () => {
    const { path, chiaras, mateos } = await written('');
    await insert(chiaras, 0, 0, 'We ask for routes.');
    await insert(mateos, 0, 7, 'loudly ');
    await act(chiaras, (editing, { page }) => void editing.split(page[0]!, 14, {}));
    const { body } = (await chiara.get(`${path}/authorship`)) as { body: AuthorshipView };
    const byOf = ({ runs }: AuthorshipView['paragraphs'][number]) =>
      runs.map(({ text, author }) => [text, body.authors[author]!.organisation]);
    expect(body.paragraphs.map(byOf)).toEqual([
      [
        ['We ask ', 'At Sea'],
        ['loudly ', 'Open Quay'],
      ],
      [['for routes.', 'At Sea']],
    ]);
    expect(body.shares).toMatchObject([
      { organisation: 'At Sea', characters: 18, share: 18 / 25 },
      { organisation: 'Open Quay', characters: 7, share: 7 / 25 },
    ]);
    expect(body.paragraphs[1]!.shares).toMatchObject([{ organisation: 'At Sea', characters: 11, share: 1 }]);
    const { body: earlier } = await chiara.get(`${path}/authorship?at=2`);
    expect(earlier.shares).toHaveLength(1);
  });

  it('ORG-3 an organisation that the reader may not find is none here, too', async () => {
    const { path, mateos } = await written('Words.');
    await insert(mateos, 0, 6, ' More.');
    const hidden = rooms.database.query(`UPDATE organisation SET listing = 'unlisted' WHERE id = $1`, [
      organisations.quay,
    ]);
    await hidden;
    const answers = await Promise.all(
      ['stretches', 'authorship', 'comparison?from=1&to=2', 'unread'].map((each) =>
        chiara.get(`${path}/${each}`),
      ),
    );
    await rooms.database.query(`UPDATE organisation SET listing = 'listed' WHERE id = $1`, [
      organisations.quay,
    ]);
    const told = JSON.stringify(answers);
    expect(told).not.toContain(organisations.quay);
    expect(told).not.toContain('Open Quay');
    expect(told).toContain(mateo.personId);
  });

  it('STM-27 what others changed since one last read is counted and shown, own changes are not', async () => {
    const { path, chiaras, mateos } = await written('One.', 'Two.', 'Three.');
    const unread = async (visitor: Visitor): Promise<UnreadView> =>
      (await visitor.get(`${path}/unread`)).body;
    const ids = chiaras && (await compare(path, 0, 1)).paragraphs.map(({ id }: ComparedParagraphView) => id);
    expect((await unread(chiara)).count).toBe(0);
    // Falls back to the last named version, until something was on the screen.
    await mateo.post(`${path}/versions`, { name: 'Zero draft' });
    await insert(mateos, 0, 4, ' New.');
    await insert(mateos, 2, 6, ' New.');
    await insert(chiaras, 1, 4, ' Mine.');
    expect(await unread(chiara)).toMatchObject({ count: 2, since: { name: 'Zero draft' } });
    expect((await unread(mateo)).count).toBe(1);
    expect(marked(await unread(chiara))).toEqual([
      ['changed', 'One.[added: New.]'],
      ['changed', 'Three.[added: New.]'],
    ]);
    expect((await chiara.post(`${path}/read`, { seq: 4, paragraphs: [ids[0]] })).status).toBe(204);
    expect(marked(await unread(chiara))).toEqual([['changed', 'Three.[added: New.]']]);
    // Another device that was behind takes nothing back.
    await chiara.post(`${path}/read`, { seq: 2, paragraphs: ids });
    expect(marked(await unread(chiara))).toEqual([['changed', 'Three.[added: New.]']]);
    await insert(mateos, 0, 0, 'Again. ');
    expect(marked(await unread(chiara))[0]).toEqual(['changed', '[added:Again. ]One. New.']);
    await act(mateos, (editing, { page }) => editing.remove(page[2]!));
    expect(marked(await unread(chiara)).map(([state]) => state)).toEqual(['changed', 'removed']);
    const { last } = await headOf(path);
    await chiara.post(`${path}/read`, { seq: last.seq, paragraphs: ids });
    expect((await unread(chiara)).count).toBe(0);
    expect((await chiara.post(`${path}/read`, { seq: last.seq + 1, paragraphs: ids })).status).toBe(404);
    await chiara.post(`${path}/read`, { seq: last.seq, paragraphs: ['y1.1', 'invented'] });
    const [kept] = await rooms.database.query(
      'SELECT paragraphs FROM statement_reading WHERE person_id = $1 ORDER BY statement_id DESC LIMIT 1',
      [chiara.personId],
    );
    expect(Object.keys(kept.paragraphs).sort()).toEqual([...ids].sort());
  });

  it('STM-27 is counted for several statements at once, from their steps alone, until it was seen', async () => {
    const one = await written('One.', 'Two.', 'Three.');
    await one.mateos.saved();
    const ids = (await compare(one.path, 0, 1)).paragraphs.map(({ id }: ComparedParagraphView) => id);
    await chiara.post(`${one.path}/read`, { seq: 1, paragraphs: ids });
    await insert(one.mateos, 0, 4, ' New.');
    await insert(one.mateos, 2, 6, ' New.');
    await insert(one.chiaras, 1, 4, ' Mine.');
    const other = await written('Other.');
    await mateo.post(`${other.path}/versions`, { name: 'Zero draft' });
    await insert(other.mateos, 0, 6, ' New.');
    const closed = await rooms.given.statement({ groupId: await rooms.given.group('Closed to them') });
    const asked = [one.id, other.id, closed, newId()];
    const counts = async (visitor: Visitor): Promise<Record<string, number>> => {
      const { body } = await visitor.get(
        `unread-statements?${asked.map((id) => `statement=${id}`).join('&')}`,
      );
      return Object.fromEntries(
        body.items.map((each: { statementId: string; paragraphs: number }) => [
          each.statementId,
          each.paragraphs,
        ]),
      );
    };
    const soon = async (wanted: Record<string, number>) => {
      await within(5_000, async () => JSON.stringify(await counts(chiara)) === JSON.stringify(wanted));
      expect(await counts(chiara)).toEqual(wanted);
    };
    await soon({ [one.id]: 2, [other.id]: 1 });
    // Nothing of a text whose history one does not see, or that one may not read.
    expect(await counts(reader)).toEqual({});
    await chiara.post(`${one.path}/read`, { seq: 4, paragraphs: [ids[0]] });
    await soon({ [one.id]: 1, [other.id]: 1 });
    // What is gone is on no screen: it counts until all that changed was looked at.
    await act(one.mateos, (editing, { page }) => editing.remove(page[2]!));
    await soon({ [one.id]: 1, [other.id]: 1 });
    const { last } = await headOf(one.path);
    await chiara.post(`${one.path}/read`, { seq: last.seq, paragraphs: [], everything: true });
    await soon({ [one.id]: 0, [other.id]: 1 });
    expect((await chiara.get(`${one.path}/unread`)).body.count).toBe(0);
    // A paragraph is read with what was joined to it.
    await act(one.mateos, (editing, { page }) => editing.join(page[1]!, page[0]!));
    await soon({ [one.id]: 1, [other.id]: 1 });
    const joined = await headOf(one.path);
    await chiara.post(`${one.path}/read`, { seq: joined.last.seq, paragraphs: [ids[0]] });
    await soon({ [one.id]: 0, [other.id]: 1 });
    expect((await chiara.get(`unread-statements?statement=${one.id}`)).body.items).toHaveLength(1);
    expect((await chiara.get('unread-statements?statement=none')).status).toBe(400);
  });

  it('STM-28 restores a paragraph or all as a new change, live, under the first authors, and takes it back', async () => {
    const { id, path, chiaras, mateos } = await written('We ask for safe routes.', 'Nobody is illegal.');
    await insert(mateos, 0, 22, ' now');
    await act(chiaras, (editing, { page }) => {
      editing.delete(page[0]!, 11, 26);
      editing.insert(page[1]!, 0, { text: 'Truly: ' });
    });
    await act(chiaras, (editing, text) => editing.move(text.page[1]!, null));
    const moment = async (seq: number) => (await chiara.get(`${path}/moments/${seq}`)).body.paragraphs;
    const before = await moment(2);
    const later = await moment(4);
    const first = before[0].id as string;
    const restored = await chiara.post(`${path}/restorations`, { to: 2, paragraphId: first });
    expect(restored).toMatchObject({ status: 201, body: { before: 4, seq: 5 } });
    const contentOf = (paragraphs: { id: string; content: { text: string }[] }[], paragraph: string) =>
      paragraphs
        .find((each) => each.id === paragraph)!
        .content.map(({ text }) => text)
        .join('');
    expect(contentOf(await moment(5), first)).toBe('We ask for safe routes now.');
    expect(contentOf(await moment(5), before[1].id)).toBe('Truly: Nobody is illegal.');
    // Whoever has it open has it at once, and may go on; whose words came back is as it was.
    const isBack = () => pair.every(({ doc }) => pictureOf(doc).includes('safe routes'));
    expect(await within(3_000, isBack)).toBe(true);
    const { body } = (await chiara.get(`${path}/authorship`)) as { body: AuthorshipView };
    const run = body.paragraphs.flatMap(({ runs }) => runs).find(({ text }) => text.includes('now'))!;
    expect(body.authors[run.author]).toMatchObject({ personId: mateo.personId });
    await insert(mateos, 0, 0, 'And: ');
    // All of it, and back again.
    expect((await chiara.post(`${path}/restorations`, { to: 2 })).body).toEqual({ before: 6, seq: 7 });
    expect(await moment(7)).toEqual(before);
    expect((await chiara.post(`${path}/restorations`, { to: 4 })).body.seq).toBe(8);
    expect(await moment(8)).toEqual(later);
    // Nothing is otherwise: nothing is written. The history before is as it was.
    expect((await chiara.post(`${path}/restorations`, { to: 4 })).body).toEqual({ before: 8, seq: 8 });
    expect(await moment(2)).toEqual(before);
    const unknown = await chiara.post(`${path}/restorations`, { to: 2, paragraphId: 'y9.9' });
    expect(unknown.body.error.code).toBe('statement.paragraph-unknown');
    await amara.put(`${path}/right`, { right: 'comment' });
    expect((await reader.post(`${path}/restorations`, { to: 2 })).body.error.code).toBe(
      'statement.forbidden',
    );
    const told = (await rooms.eventsOf(id)).filter(({ name }) => name === 'statement.restored');
    expect(told[0]).toMatchObject({
      payload: { to: 2, seq: 5, paragraphId: first },
      actor_id: chiara.personId,
    });
  });

  it('STM-28 is on record if and only if it is done, whatever happens between the text and the record', async () => {
    const { id, path, chiaras } = await written('We ask for safe routes.');
    await insert(chiaras, 0, 22, ' now');
    const told = async () =>
      (await rooms.eventsOf(id))
        .filter(({ name }) => name === 'statement.restored')
        .map((each) => each.payload);
    const textNow = async () =>
      /^¶1 +(.*)$/m.exec((await chiara.get(`statements/${id}/text`)).body as unknown as string)?.[1];
    const command = { 'idempotency-key': newId() };
    const restore = () => chiara.post(`${path}/restorations`, { to: 1 }, command);
    // As a process that is killed there, or a database that goes away.
    await rooms.database.query(`
      CREATE FUNCTION no_record() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'gone'; END $$ LANGUAGE plpgsql;
      CREATE TRIGGER no_record BEFORE INSERT ON event_log
        FOR EACH ROW WHEN (NEW.name = 'statement.restored') EXECUTE FUNCTION no_record()`);
    try {
      expect((await restore()).status).toBeGreaterThanOrEqual(500);
      expect([await textNow(), await told()]).toEqual(['We ask for safe routes now.', []]);
    } finally {
      await rooms.database.query('DROP FUNCTION no_record CASCADE');
    }
    // Whoever writes meanwhile loses nothing.
    await insert(chiaras, 0, 0, 'And: ');
    const { status, body } = await restore();
    expect([status, body]).toEqual([201, { before: body.seq - 1, seq: body.seq }]);
    expect(await told()).toEqual([{ to: 1, seq: body.seq, paragraphId: null }]);
    // The answer was lost, and somebody wrote since: the same command does nothing more.
    await insert(chiaras, 0, 0, 'Now: ');
    expect(await restore()).toMatchObject({ status: 201, body });
    expect(await told()).toHaveLength(1);
    expect(await textNow()).toBe('Now: We ask for safe routes.');
  });

  describe('STM-22 is seen by those who may edit, and by others when somebody who manages it says so', () => {
    const routes = (id: string) => {
      const path = `statements/${id}/history`;
      return [
        (as: Visitor) => as.get(path),
        (as: Visitor) => as.get(`${path}/stretches`),
        (as: Visitor) => as.get(`${path}/moments/1`),
        (as: Visitor) => as.get(`${path}/comparison?from=0&to=1`),
        (as: Visitor) => as.get(`${path}/authorship`),
        (as: Visitor) => as.get(`${path}/unread`),
        (as: Visitor) => as.post(`${path}/read`, { seq: 1, paragraphs: [] }),
      ];
    };

    it('on every route alike', async () => {
      const id = await rooms.given.statement({ paragraphs: [{ text: 'marker' }] });
      const refused = { status: 403, body: { error: { code: 'statement.history-closed' } } };
      for (const ask of routes(id)) {
        expect(await ask(reader)).toMatchObject(refused);
        expect((await ask(chiara)).status).toBeLessThan(300);
      }
      const view = async () => (await reader.get(`statements/${id}`)).body.seesHistory;
      expect(await view()).toBe(false);
      expect((await chiara.put(`statements/${id}/history/right`, { right: 'comment' })).status).toBe(403);
      expect((await reader.put(`statements/${id}/history/right`, { right: 'read' })).status).toBe(403);
      for (let i = 0; i < 2; i++)
        expect((await amara.put(`statements/${id}/history/right`, { right: 'comment' })).status).toBe(204);
      expect(await view()).toBe(true);
      for (const ask of routes(id)) expect((await ask(reader)).status).toBeLessThan(300);
      await amara.put(`statements/${id}/history/right`, { right: 'edit' });
      for (const ask of routes(id)) expect(await ask(reader)).toMatchObject(refused);
      expect(
        (await rooms.eventsOf(id)).filter(({ name }) => name === 'statement.history-opened'),
      ).toMatchObject([
        { payload: { right: 'comment', before: 'edit' }, actor_id: amara.personId },
        { payload: { right: 'edit', before: 'comment' } },
      ]);
    });

    it('and of a statement that one may not read, nothing is told', async () => {
      const id = await rooms.given.statement({ groupId: await rooms.given.group('Closed') });
      for (const ask of routes(id)) {
        const [hidden, missing] = [await ask(reader), await routes(newId())[0]!(reader)];
        expect([hidden.status, hidden.body.error.code]).toEqual([404, missing.body.error.code]);
      }
    });
  });
});
