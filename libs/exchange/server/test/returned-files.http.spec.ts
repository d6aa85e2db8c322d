import type { LongWorkKind } from '@plenary/ground/server';
import { CollabService } from '@plenary/ground/server/collab';
import { closedFormats, FlatText, TextEdit } from '@plenary/ground/text';
import type { Visitor } from '@plenary/organisations/testing';
import { documentOf, readParagraphs, statementRules } from '@plenary/statements/domain';
import { readReturned, type ReturnedFile, type ReturnOutcome } from '@plenary/exchange/domain';
import { BringingBack } from '../returned/bringing-back.service.js';
import { formOfReturn, startExchange, WordEdits, type ExchangeUnderTest } from '@plenary/exchange/testing';

const lines = [
  'States shall open safe routes for all who flee.',
  'They report every year to the assembly.',
  'Nobody is turned back at sea.',
];

describe('a Word file that comes back over HTTP', () => {
  let rooms: ExchangeUnderTest;
  let [amara, noor, henrik, nobody]: Visitor[] = [];
  let [ours, theirs]: string[] = [];
  let token: string;

  beforeAll(async () => {
    rooms = await startExchange();
    const { given } = rooms;
    await given.coalition('Test coalition');
    [ours, theirs] = [await given.organisation({ name: 'Ours' }), await given.organisation({ name: 'Theirs' })];
    const come = async (name: string) => rooms.as(await given.person(name));
    [amara, noor, henrik, nobody] = [await come('Amara'), await come('Noor'), await come('Henrik'), await come('Max')];
    await given.role(amara.personId, 'coordinator');
    await given.role(henrik.personId, 'observer');
    await given.representative(noor.personId, ours, 'focal_point');
    const password = 'resist-reclaim-realise';
    const asked = { name: 'A script', scope: 'write', expiresInDays: 1, password };
    token = (await amara.post('me/tokens', asked)).body.token as string;
  }); // prettier-ignore
  afterAll(() => rooms.close());

  const collab = () => rooms.app.get(CollabService);
  const statement = () => rooms.given.statement({ paragraphs: lines.map((text) => ({ text })) });
  const words = (id: string) =>
    collab().read(documentOf(id), (doc) => readParagraphs(doc).map(({ text }) => text));
  const move = (id: string, act: (edit: TextEdit, text: FlatText) => void) =>
    collab().edit(documentOf(id), { personId: amara!.personId, organisationId: null } as never, (transaction) => {
      const text = new FlatText(transaction.doc);
      act(new TextEdit(text, transaction, closedFormats(statementRules)), text);
    }); // prettier-ignore
  const exported = async (id: string, more = ''): Promise<WordEdits> => {
    const answer = await fetch(`${rooms.url}/api/statements/${id}/export?format=docx${more}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return new WordEdits(new Uint8Array(await answer.arrayBuffer()));
  };
  const readOf = async (edits: WordEdits): Promise<ReturnedFile> => (await readReturned(edits.bytes())).file;
  const send = (by: Visitor, id: string, file: unknown, choices: object = {}, what = '') => {
    const { type, content } = formOfReturn(file, choices);
    return by.upload(`statements/${id}/returned-files${what}`, content, type);
  };
  async function bring(by: Visitor, id: string, file: ReturnedFile, choices: object = {}, what = '') {
    const { state, refusal, outcome } = await by.workOf(send(by, id, file, choices, what));
    expect([state, refusal]).toEqual(['done', null]);
    return outcome as unknown as ReturnOutcome;
  }
  const suggestionsOf = async (id: string, by = amara!) =>
    (await by.get(`statements/${id}/suggestions`)).body.items;
  const threadsOf = async (id: string, by = amara!) =>
    (await by.get(`statements/${id}/threads?state=all`)).body.items;
  const names = (...choices: object[]) => ({ names: choices });
  const journal = async (id: string): Promise<string> => {
    const rows = await rooms.database.query('SELECT seq, data FROM collab_update WHERE document_id = $1 ORDER BY seq', [documentOf(id)]);
    return JSON.stringify(rows);
  }; // prettier-ignore
  const told = async (id: string) => (await rooms.eventsOf(id)).map(({ name }) => name);

  it('EXC-16 to EXC-22 is suggestions and threads beside a text that moved on, and one event', async () => {
    const id = await statement();
    const file = await readOf(
      (await exported(id))
        .replace('shall', 'must', 'Nadia')
        .replace('every year', 'each month', null)
        .comment('turned back', { by: 'Omar', text: 'And on land?' })
        .reply({ by: 'Nadia', text: 'There, too', answers: 0 }),
    );
    await move(id, (edit, text) => {
      edit.insert(text.page[0]!, 0, { text: 'In our name: ' });
      edit.move(text.page[2]!, null);
    });
    const [before, asWas] = [await journal(id), await words(id)];
    const choices = names(
      { name: 'Nadia', whose: 'other', organisationId: theirs, said: 'Nadia K.' },
      { name: 'Omar', whose: 'other' },
      { name: '', whose: 'mine' },
    );
    expect(await bring(amara!, id, file, choices, '/look')).toMatchObject({
      ...{ fileId: null, isNamed: true, suggestions: 2, comments: 2, known: 0, unplacedCount: 0 },
      names: [
        { name: 'Nadia', suggestions: 1, comments: 1 },
        { name: '', suggestions: 1, comments: 0 },
        { name: 'Omar', suggestions: 0, comments: 1 },
      ],
    });
    expect([await suggestionsOf(id), await threadsOf(id)]).toEqual([[], []]);
    expect(await bring(amara!, id, file, choices)).toMatchObject({ suggestions: 2, comments: 2 });
    expect([await journal(id), await words(id)]).toEqual([before, asWas]);

    const suggestions = await suggestionsOf(id, noor);
    expect(suggestions).toMatchObject([
      {
        ...{ state: 'open', author: { name: 'Amara' } },
        enteredFor: { name: 'Nadia K.', organisation: { id: theirs }, source: 'file', file: 'Rev. 1.docx' },
      },
      { state: 'open', author: { name: 'Amara' }, enteredFor: null },
    ]);
    const [thread, ...none] = await threadsOf(id, noor);
    expect(none).toEqual([]);
    expect(thread).toMatchObject({
      place: { kind: 'passage', quote: 'turned back', before: 'Nobody is ', after: ' at sea.' },
      comments: [
        { text: 'And on land?', enteredFor: { name: 'Omar', organisation: null, source: 'file' } },
        { text: 'There, too', enteredFor: { name: 'Nadia K.', organisation: { id: theirs } } },
      ],
    });
    expect(await told(id)).toEqual(['statement.created', 'exchange.file-returned']);
    const [{ count }] = await rooms.database.query(
      `SELECT count(*)::int FROM event_log WHERE subject_kind IN ('suggestion', 'thread')`,
    );
    expect(count).toBe(0);

    const accepted = await amara!.post(`suggestions/${suggestions[0].id}/accept`, {});
    expect([accepted.status, (await words(id))[1]]).toEqual([
      201,
      'In our name: States must open safe routes for all who flee.',
    ]);
  });

  it('EXC-22 the same file adds nothing, whoever brings it and whenever; what is new in it is added', async () => {
    const id = await statement();
    const edits = (await exported(id)).replace('shall', 'must', 'Nadia').comment('at sea', { by: 'Omar', text: 'Where?' });
    const file = await readOf(edits);
    const nadia = names({ name: 'Nadia', whose: 'other' });
    // Twice at once, and a third time by somebody else after the text moved on and a decision fell.
    const both = await Promise.all([bring(amara!, id, file, nadia), bring(amara!, id, file)]);
    expect(both.map(({ suggestions, comments }) => suggestions + comments).sort()).toEqual([0, 2]);
    const [only] = await suggestionsOf(id);
    expect((await amara!.post(`suggestions/${only.id}/accept`, {})).status).toBe(201);
    await move(id, (edit, text) => edit.insert(text.page[1]!, 0, { text: 'Listen. ' }));
    for (const what of ['/look', ''])
      expect(await bring(noor!, id, file, {}, what)).toMatchObject({ fileId: null, suggestions: 0, comments: 0, known: 2 });
    expect([await suggestionsOf(id), (await threadsOf(id)).length]).toEqual([[], 1]);
    expect((await told(id)).filter((name) => name === 'exchange.file-returned')).toHaveLength(1);
    const more = await readOf(edits.insert('every year', ' in May', 'Nadia').reply({ by: 'Nadia', text: 'All seas', answers: 0 }));
    expect(await bring(noor!, id, more)).toMatchObject({ suggestions: 1, comments: 1, known: 2 });
    const [thread] = await threadsOf(id);
    expect(thread.comments.map(({ text }: { text: string }) => text)).toEqual(['Where?', 'All seas']);
  }); // prettier-ignore

  it('EXC-19 what finds its place no more is told with its words, and nothing else of the text is', async () => {
    const id = await statement();
    const file = await readOf(
      (await exported(id))
        .replace('turned back', 'pushed back', 'Nadia')
        .insert('report', ' openly', 'Nadia'),
    );
    await move(id, (edit, text) => {
      for (const at of [1, 2]) {
        edit.delete(text.page[at]!, 0, text.page[at]!.length);
        edit.insert(text.page[at]!, 0, { text: 'Quite other words stand here by now.' });
      }
    });
    const outcome = await bring(noor!, id, file);
    expect(outcome).toMatchObject({
      ...{ suggestions: 0, unplacedCount: 2, fileId: null },
      unplaced: expect.arrayContaining([
        { by: 'Nadia', inserted: 'pushed back', deleted: 'turned back' },
        { by: 'Nadia', inserted: 'openly', deleted: '' },
      ]),
    });
    // A file that says nothing, made up to be told what stood there.
    const { id: paragraph } = (await collab().read(documentOf(id), (doc) => new FlatText(doc).page[1]!))!;
    const empty = { ...file, paragraphs: [{ ids: [paragraph], attributes: {}, pieces: [], end: {} }] };
    const made = JSON.stringify(await bring(noor!, id, empty as ReturnedFile, {}, '/look'));
    expect(made).not.toMatch(/report|assembly|turned/);
  });

  it('EXC-16 a file of no statement, or of another, is compared with the text as it is now', async () => {
    const id = await statement();
    const other = await readOf((await exported(await statement())).replace('shall', 'must', null));
    const outcome = await bring(noor!, id, other);
    expect(outcome).toMatchObject({ isNamed: false, suggestions: 1 });
    const file = await readOf((await exported(id)).insert('sea', ' or on land', 'Nadia').forget('bookmarks', 'properties'));
    expect(await bring(noor!, id, file)).toMatchObject({ isNamed: false, suggestions: 1 });
    for (const what of ['/look', ''])
      expect(await bring(noor!, id, file, {}, what)).toMatchObject({ suggestions: 0, comments: 0 });
    await move(id, (edit, text) => edit.insert(text.page[0]!, 0, { text: 'Now: ' }));
    // A moment that somebody chose; one that there never was is refused.
    expect(await bring(noor!, id, await readOf((await exported(id)).delete('Now: ', 'Nadia')), { against: 2 })).toMatchObject({ moment: 2, suggestions: 1 });
    const { refusal } = await noor!.workOf(send(noor!, id, file, { against: 999 }));
    expect(refusal?.code).toBe('exchange.moment-unknown');
  }); // prettier-ignore

  it('EXC-16 comes from whoever may comment, for others from whoever may enter for them', async () => {
    const id = await statement();
    const file = await readOf((await exported(id)).replace('shall', 'must', 'Nadia'));
    const code = async (by: Visitor, choices: object = {}) => {
      const { status, body } = await send(by, id, file, choices);
      return [status, body.error?.code];
    };
    expect(await code(nobody!)).toEqual([404, 'statement.not-found']);
    expect(await code(henrik!)).toEqual([403, 'statement.forbidden']);
    const entered = names({ name: 'Nadia', whose: 'other', organisationId: theirs });
    expect(await code(noor!, entered)).toEqual([403, 'comment.may-not-enter-for']);
    const unknown = names({ name: 'Nadia', whose: 'other', organisationId: '0198f0a2-7b7b-7c4c-8a8b-2f1f1b1a1c1d' });
    expect(await code(amara!, unknown)).toEqual([422, 'comment.organisation-unknown']);
    expect(await code(amara!, names({ name: 'Nadia', whose: 'other', said: '  ' }))).toEqual([422, 'exchange.name-missing']);
    expect((await code(amara!, { against: 'never' }))[0]).toBe(400);
    expect(await bring(noor!, id, file, names({ name: 'Nadia', whose: 'none' }))).toMatchObject({ suggestions: 0, leftOut: 1 });
    expect(await bring(noor!, id, file)).toMatchObject({ suggestions: 1 });
    expect(await suggestionsOf(id)).toMatchObject([{ author: { name: 'Noor', organisation: { id: ours } }, enteredFor: null }]);
  }); // prettier-ignore

  it('EXC-16 brings nothing of whoever lost the right to comment since they looked, or since they began', async () => {
    const id = await statement();
    const grant = { subjectKind: 'person', subjectId: henrik!.personId, right: 'comment' };
    const granted = async () => (await amara!.put(`statements/${id}/grants`, grant)).body.grantId as string;
    const withdrawn = (grantId: string) => amara!.delete(`statements/${id}/grants/${grantId}`);
    const file = await readOf((await exported(id)).replace('shall', 'must', 'Nadia').comment('at sea', { by: 'Omar', text: 'Where?' }));
    const first = await granted();
    expect(await bring(henrik!, id, file, {}, '/look')).toMatchObject({ suggestions: 1, comments: 1 });
    await withdrawn(first);
    const { status, body } = await send(henrik!, id, file);
    expect([status, body.error.code]).toEqual([403, 'statement.forbidden']);
    // Begun in time, and carried out when it is too late.
    const second = await granted();
    const kind = (rooms.app.get(BringingBack) as unknown as { bring: Required<LongWorkKind> }).bring;
    const carryOut = kind.carryOut.bind(kind);
    const held = jest.spyOn(kind, 'carryOut').mockImplementation(async (...asked) => {
      await withdrawn(second);
      return carryOut(...asked);
    });
    const { state, refusal } = await henrik!.workOf(send(henrik!, id, file));
    expect([state, refusal?.code]).toEqual(['failed', 'statement.forbidden']);
    held.mockRestore();
    expect([await suggestionsOf(id), await threadsOf(id), await told(id)]).toMatchObject([[], [], expect.not.arrayContaining(['exchange.file-returned'])]);
  }); // prettier-ignore

  it('EXC-22 what went out with the file, as it stands here, does not come again; the same by another hand does', async () => {
    const id = await statement();
    const edits = (by: string) =>
      exported(id).then((file) =>
        file.replace('shall', 'must', by).comment('at sea', { by, text: 'Where?' }),
      );
    expect(await bring(noor!, id, await readOf(await edits('Somebody')))).toMatchObject({ suggestions: 1, comments: 1 });
    // As a file has it that went out with suggestions and comments in it.
    const marked = await readOf(await edits('Noor (Ours)'));
    for (const what of ['/look', ''])
      expect(await bring(amara!, id, marked, {}, what)).toMatchObject({ suggestions: 0, comments: 0, known: 2 });
    // The name of another may begin with that name, or have it within.
    for (const other of ['Nadia', 'Noorani', 'Al Noor (Ours)'])
      expect(await bring(amara!, id, await readOf(await edits(other)))).toMatchObject({ suggestions: 1, comments: 1 });
  }); // prettier-ignore

  it('EXC-17 paragraphs that are set otherwise are suggestions, and known when they come from here', async () => {
    const id = await statement();
    const edits = (await exported(id))
      .set('They report', '<w:pStyle w:val="Heading2"/>', 'Nadia')
      .set('Nobody is turned', '<w:pStyle w:val="Quote"/>', null);
    const file = await readOf(edits);
    for (const what of ['/look', ''])
      expect(await bring(noor!, id, file, {}, what)).toMatchObject({ suggestions: 2, unplacedCount: 0, unset: 0, title: null });
    const out = await readOf(await exported(id, '&suggestions=true&names=people'));
    expect(await bring(amara!, id, out, {}, '/look')).toMatchObject({ suggestions: 0, known: 2 });
    for (const each of await suggestionsOf(id)) expect((await amara!.post(`suggestions/${each.id}/accept`, {})).status).toBe(201);
    const set = await collab().read(documentOf(id), (doc) => readParagraphs(doc).map(({ style, level }) => [style, level]));
    expect(set).toEqual([['text', 1], ['heading', 2], ['quote', 1]]);
    // By another hand, who had it from an older file: it is so already.
    const older = await readOf(edits.set('States shall', '<w:pStyle w:val="Heading1"/>', 'Omar'));
    await move(id, (edit, text) => edit.setAttribute(text.page[0]!.id, 'style', 'heading'));
    const other = (wanted: ReturnedFile): ReturnedFile => JSON.parse(JSON.stringify(wanted).replaceAll('Nadia', 'Max'));
    expect(await bring(amara!, id, other(older))).toMatchObject({ suggestions: 0, known: 3, unset: 0 });
    // Of what is gone it is told.
    const gone = await statement();
    const late = await readOf((await exported(gone)).set('They report', '<w:pStyle w:val="Heading2"/>', 'Nadia'));
    await move(gone, (edit, text) => edit.remove(text.page[1]!));
    expect(await bring(amara!, gone, late)).toMatchObject({ suggestions: 0, unplacedCount: 0, unset: 1 });
  }); // prettier-ignore

  it('EXC-17 tells the title of a file where it is another, and carries it nowhere', async () => {
    const id = await statement();
    const { title } = (await amara!.get(`statements/${id}`)).body;
    const file = await readOf((await exported(id)).insert(title, ' at sea', null));
    expect(await bring(noor!, id, file)).toMatchObject({
      title: `${title} at sea`,
      suggestions: 0,
      fileId: null,
    });
    expect((await amara!.get(`statements/${id}`)).body.title).toBe(title);
    expect(await bring(noor!, await statement(), file)).toMatchObject({ title: null });
  });

  it('EXC-23 is taken back by whoever brought it, as far as nobody decided or answered, and can come again', async () => {
    const id = await statement();
    const file = await readOf(
      (await exported(id))
        .replace('shall', 'must', 'Nadia')
        .replace('every year', 'each month', 'Nadia')
        .comment('at sea', { by: 'Omar', text: 'Where?' })
        .comment('safe routes', { by: 'Omar', text: 'By land?' }),
    );
    const { fileId } = await bring(noor!, id, file);
    const [first] = await suggestionsOf(id);
    await amara!.post(`suggestions/${first.id}/accept`, {});
    const answered = (await threadsOf(id)).find(({ place }: { place: { quote: string } }) => place.quote === 'at sea');
    await amara!.post(`threads/${answered.id}/comments`, { text: 'Everywhere', language: 'en' });
    expect((await amara!.post(`returned-files/${fileId}/take-back`, {})).body.error.code).toBe('exchange.returned-not-found');
    expect((await noor!.get(`statements/${id}/returned-files`)).body.items).toMatchObject([
      { id: fileId, by: { name: 'Noor' }, suggestions: 2, comments: 2, may: { takeBack: true } },
    ]);
    for (let time = 0; time < 2; time++) {
      const { status, body } = await noor!.post(`returned-files/${fileId}/take-back`, {});
      expect([status, body.may.takeBack, typeof body.takenBackAt]).toEqual([201, false, 'string']);
    }
    expect(await suggestionsOf(id)).toEqual([]);
    expect((await threadsOf(id)).map((each: { id: string }) => each.id)).toEqual([answered.id]);
    expect((await told(id)).filter((name) => name === 'exchange.return-taken-back')).toHaveLength(1);
    expect(await bring(noor!, id, file)).toMatchObject({ suggestions: 1, comments: 1, known: 2 });
  }); // prettier-ignore

  it('STM-29 words that are erased go from what is known of files, and nothing comes of one that is under way', async () => {
    const name = 'Amal Haddad';
    const id = await rooms.given.statement({ paragraphs: [...lines, `We met ${name} at sea.`].map((text) => ({ text })) });
    const other = await statement();
    const choices = { fileName: `Notes of ${name}.docx`, ...names({ name, whose: 'other' }) };
    for (const on of [id, other]) {
      const file = await readOf((await exported(on)).replace('shall', 'must', name).comment('turned back', { by: name, text: 'And on land?' }));
      for (const what of ['/look', '']) await bring(amara!, on, file, choices, what);
      // As it stands while somebody else's file is read.
      await rooms.database.query(
        `INSERT INTO long_work (id, person_id, kind, request, bytes, state, done, begun_at)
         VALUES (gen_random_uuid(), $1, 'exchange.bring-back', $2, $3, 'waiting', 0, now())`,
        [noor!.personId, { statementId: on, fileName: choices.fileName }, Buffer.from(JSON.stringify(file))],
      );
    }
    /** Rows that say the name, of this statement and of the other one. */
    const rows = async (table: string): Promise<number> => {
      const found = await rooms.database.query(
        `SELECT count(*)::int FROM "${table}" t WHERE to_jsonb(t)::text ILIKE $1 OR to_jsonb(t)::text LIKE $2`,
        [`%${name}%`, `%${Buffer.from(name).toString('hex')}%`],
      );
      return found[0].count as number;
    };
    const tables = ['returned_file', 'comment', 'suggestion', 'long_work'];
    const counts = () => Promise.all(tables.map(rows));
    // The newest look is kept alone.
    expect(await counts()).toEqual([2, 2, 2, 5]);
    const { body: moment } = await amara!.get(`statements/${id}/history/moments/1`);
    const paragraph = moment.paragraphs[3];
    const passage = { at: 1, paragraphId: paragraph.id, from: 7, to: 7 + name.length };
    const cover = await amara!.get(`statements/${id}/history/moments/1/paragraphs/${paragraph.id}/erasure?from=7&to=${passage.to}`);
    expect(cover.body).toMatchObject({ words: name });
    expect(cover.body.beside).toContainEqual({ what: 'exchange-erased:files', count: 1 });
    expect((await amara!.post(`statements/${id}/history/erasures`, { ...passage, reason: 'Asked for' })).status).toBe(201);
    // What is said of the other statement stays as it is.
    expect(await counts()).toEqual([1, 1, 1, 3]);
    expect((await noor!.get(`statements/${id}/returned-files`)).body.items[0].fileName).toBe('Notes of █████.docx');
    expect((await suggestionsOf(id))[0].enteredFor).toMatchObject({ name: '█████', file: 'Notes of █████.docx' });
  }); // prettier-ignore

  it('EXC-27 words that were erased since a file was made do not come back with it, unless that is chosen', async () => {
    const name = 'Amina Yusuf';
    const id = await rooms.given.statement({
      paragraphs: [...lines, `We met ${name} at sea, twice.`, `${name} ${name}`, 'All of us.'].map((text) => ({ text })),
    });
    const edits = (await exported(id))
      .replace('shall', 'must', 'Nadia')
      .insert('twice', ' or more', null)
      .comment('met', { by: 'Omar', text: 'When?' });
    const file = await readOf(edits);
    const { body: moment } = await amara!.get(`statements/${id}/history/moments/1`);
    const passage = { at: 1, paragraphId: moment.paragraphs[3].id, from: 7, to: 7 + name.length, reason: 'Asked' };
    expect((await amara!.post(`statements/${id}/history/erasures`, passage)).status).toBe(201);
    const says = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const table of ['suggestion', 'comment_thread', 'returned_file', 'returned_item', 'long_work', 'event_log']) {
        const [{ count }] = await rooms.database.query(
          `SELECT count(*)::int FROM "${table}" t WHERE to_jsonb(t)::text ILIKE $1 OR to_jsonb(t)::text LIKE $2`,
          ['%Yusuf%', `%${Buffer.from('Yusuf').toString('hex')}%`],
        );
        if (count > 0) found.push(table);
      }
      return found;
    };
    const atGaps = { count: 2, at: expect.stringMatching(/^\d{4}-.*Z$/), isLeftOut: true };
    for (const what of ['/look', ''])
      expect(await bring(noor!, id, file, {}, what)).toMatchObject({ atGaps, suggestions: 2, comments: 1, unplacedCount: 0 });
    const [thread] = await threadsOf(id);
    expect(thread.place).toMatchObject({ quote: 'met', before: 'We ' });
    expect(await says()).toEqual([]);
    // Nobody is told what it was; whoever wants it all the same says so.
    const chosen = await bring(noor!, id, file, { withErased: true });
    expect(chosen).toMatchObject({ atGaps: { ...atGaps, isLeftOut: false }, suggestions: 2, known: 3 });
    expect(await says()).toEqual(['suggestion']);

    // A file that was made since has nothing to leave out, and one that names no moment may be from before.
    const later = await readOf((await exported(id)).insert('We met', ' somebody', null));
    expect(await bring(amara!, id, later, {}, '/look')).toMatchObject({ atGaps: null, suggestions: 1 });
    const unnamed = await readOf((await exported(id)).insert('We met', ' somebody', null).forget('bookmarks', 'properties'));
    expect(await bring(amara!, id, unnamed, {}, '/look')).toMatchObject({ atGaps: { count: 1 }, suggestions: 0 });
  }); // prettier-ignore

  it('EXC-22 three hundred are one event, and all are there', async () => {
    const paragraphs = Array.from({ length: 150 }, (_, at) => ({ text: `Demand ${at} stands here for all of us.` }));
    const id = await rooms.given.statement({ paragraphs });
    const edits = await exported(id);
    for (let at = 0; at < 150; at++) {
      edits.replace(`Demand ${at} `, `Wish ${at} `, `Person ${at % 7}`);
      edits.comment('stands here', { by: 'Omar', text: `Note ${at}` }).insert('for all', ' and each', null);
    }
    const outcome = await bring(amara!, id, await readOf(edits));
    expect(outcome).toMatchObject({ suggestions: 151, comments: 150 });
    expect(await told(id)).toEqual(['statement.created', 'exchange.file-returned']);
  }, 60_000); // prettier-ignore

  it('EXC-21 a thread does not grow beyond what one may hold, however many files answer in it', async () => {
    const id = await statement();
    const file = await readOf((await exported(id)).comment('at sea', { by: 'Omar', text: 'Where?' }));
    const answered = (by: string): ReturnedFile => ({
      ...file,
      comments: [
        ...file.comments,
        ...Array.from({ length: 260 }, (_, at) => ({ by, text: `Answer ${at}`, at: '', from: null, to: null, answers: 0 })),
      ],
    });
    expect(await bring(noor!, id, answered('Omar'))).toMatchObject({ comments: 261 });
    const { refusal } = await noor!.workOf(send(noor!, id, answered('Nadia')));
    expect(refusal?.code).toBe('comment.too-many-comments');
    expect((await threadsOf(id))[0].comments).toHaveLength(261);
  }); // prettier-ignore

  it('EXC-21 more changes than may stand beside a text are refused before one of them is written', async () => {
    const id = await statement();
    const file = await readOf(await exported(id));
    const came = Array.from({ length: 1_001 }, (_, at) => ({
      ...{ ids: [], attributes: {}, end: {} },
      pieces: [{ text: `Demand ${at} of ours.`, in: `Person ${at % 2}` }],
    }));
    const many = { ...file, paragraphs: [...file.paragraphs, ...came] };
    const granted = jest.spyOn(collab(), 'grantClientId');
    for (const what of ['/look', '']) {
      const { refusal } = await noor!.workOf(send(noor!, id, many, {}, what));
      expect(refusal).toEqual({ code: 'exchange.too-many-changes', params: { most: 1_000 } });
    }
    expect(granted).not.toHaveBeenCalled();
    granted.mockRestore();
    // What is left out of it does not count.
    const left = names({ name: 'Person 1', whose: 'none' });
    expect(await bring(noor!, id, many, left, '/look')).toMatchObject({ suggestions: 501 });
  }, 60_000);

  it('EXC-21 is bounded', async () => {
    const id = await statement();
    const file = await readOf(await exported(id));
    const comment = { by: 'A', text: 'x', at: '', from: null, to: null, answers: null };
    const many = { ...file, comments: Array.from({ length: 2_001 }, () => comment) };
    expect((await send(amara!, id, many)).body.error.code).toBe('exchange.too-many-comments');
    const long = { ...file, paragraphs: [{ ids: [], attributes: {}, pieces: [{ text: 'x'.repeat(500_001) }], end: {} }] };
    expect((await send(amara!, id, long)).body.error.code).toBe('exchange.text-too-long');
    expect((await send(amara!, id, 'x'.repeat(8_000_001))).status).toBe(413);
    expect((await send(amara!, id, { paragraphs: 1 })).body.error.code).toBe('exchange.text-refused');
  }); // prettier-ignore
});
