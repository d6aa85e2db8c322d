import { CollabService } from '@plenary/ground/server/collab';
import type { Visitor } from '@plenary/organisations/testing';
import { documentOf, readParagraphs } from '@plenary/statements/domain';
import {
  comesWith,
  readDocx,
  readReturned,
  textTakenAs,
  type ReturnOutcome,
  type TrackedIn,
} from '@plenary/exchange/domain';
import {
  formOfBeginning,
  formOfReturn,
  startExchange,
  wordDraft,
  WordEdits,
  type ExchangeUnderTest,
} from '@plenary/exchange/testing';

// As people leave them in Word: spaces at ends, empty lines between.
const lines = [
  'States shall open safe routes for all who flee. ',
  '',
  ' They report every year to the assembly.',
  'Nobody is turned back at sea.',
  '',
];
const text = lines.map((line) => line.trim()).filter((line) => line !== '');

describe('a statement that begins with what stands beside the text of a Word file', () => {
  let rooms: ExchangeUnderTest;
  let [amara, noor, nobody]: Visitor[] = [];
  let [theirs, group]: string[] = [];

  beforeAll(async () => {
    rooms = await startExchange();
    const { given } = rooms;
    await given.coalition('Test coalition');
    theirs = await given.organisation({ name: 'Theirs' });
    const come = async (name: string) => rooms.as(await given.person(name));
    [amara, noor, nobody] = [await come('Amara'), await come('Noor'), await come('Max')];
    await given.role(amara.personId, 'coordinator');
    group = await given.group();
    await given.member(group, noor.personId, 'lead');
  });
  afterAll(() => rooms.close());

  const words = (id: string) =>
    rooms.app.get(CollabService).read(documentOf(id), (doc) => readParagraphs(doc).map((each) => each.text));
  const coalition = { title: 'Our call', ownerKind: 'coalition', language: 'en' };

  /** As the page reads it. */
  async function readOf(edits: WordEdits, tracked: TrackedIn = 'suggestions') {
    const { paragraphs } = await readDocx(edits.bytes(), textTakenAs(tracked));
    const { file } = await readReturned(edits.bytes(), undefined, tracked);
    return { paragraphs: paragraphs.map(({ attributes, content }) => ({ attributes, content })), file };
  }
  const send = (by: Visitor, sent: unknown, choices: object = {}, facts: Readonly<Record<string, string>> = coalition) => {
    const { type, content } = formOfBeginning(sent, choices, facts);
    return by.upload('statements/from-file/beside', content, type);
  }; // prettier-ignore
  async function begin(
    by: Visitor,
    ...sent: Parameters<typeof send> extends [Visitor, ...infer Rest] ? Rest : never
  ) {
    const { state, refusal, outcome } = await by.workOf(send(by, ...sent));
    expect([state, refusal]).toEqual(['done', null]);
    return outcome as unknown as ReturnOutcome;
  }
  const suggestionsOf = async (id: string, by = amara!) =>
    (await by.get(`statements/${id}/suggestions`)).body.items;
  const threadsOf = async (id: string, by = amara!) =>
    (await by.get(`statements/${id}/threads?state=all`)).body.items;
  const told = async (id: string) => (await rooms.eventsOf(id)).map(({ name }) => name);
  const begun = async () => (await amara!.get('statements')).body.total as number;
  const names = (...choices: object[]) => ({ names: choices });
  const draft = () => new WordEdits(wordDraft('Our call', lines));
  const debated = () =>
    draft()
      .replace('shall', 'must', 'Nadia')
      .paragraphBehind('Nobody is turned', 'We are all sailors.', 'Omar')
      .delete(' to the assembly', 'Omar')
      .comment('turned back', { by: 'Omar', text: 'And on land?' })
      .reply({ by: 'Nadia', text: 'There, too', answers: 0 });

  it('EXC-24 has the text as if all were rejected, tracked changes as suggestions and comments as threads', async () => {
    const sent = await readOf(debated());
    // What the page says will come.
    expect(await comesWith(sent.paragraphs, sent.file)).toEqual([
      { name: 'Nadia', changes: 1, comments: 1 },
      { name: 'Omar', changes: 2, comments: 1 },
    ]);
    const outcome = await begin(amara!, sent, names({ name: 'Nadia', whose: 'other', said: 'Nadia K.', organisationId: theirs }, { name: 'Omar', whose: 'other' }));
    expect(outcome).toMatchObject({ suggestions: 3, comments: 2, unplacedCount: 0, moved: 0, moment: 1 });
    const { statementId: id } = outcome;
    expect(await words(id)).toEqual(text);
    const suggestions = await suggestionsOf(id);
    expect(suggestions).toHaveLength(3);
    expect(suggestions[0]).toMatchObject({
      ...{ state: 'open', author: { name: 'Amara' } },
      enteredFor: { name: 'Nadia K.', organisation: { id: theirs }, source: 'file', file: 'Draft.docx' },
    });
    const [thread, ...none] = await threadsOf(id);
    expect(none).toEqual([]);
    expect(thread).toMatchObject({
      place: { kind: 'passage', quote: 'turned back', before: 'Nobody is ', after: ' at sea.' },
      comments: [
        { text: 'And on land?', enteredFor: { name: 'Omar', organisation: null, source: 'file' } },
        { text: 'There, too', enteredFor: { name: 'Nadia K.', organisation: { id: theirs } } },
      ],
    });
    expect(await told(id)).toEqual(['statement.created', 'exchange.file-returned']);
    for (const each of suggestions) expect((await amara!.post(`suggestions/${each.id}/accept`, {})).status).toBe(201);
    expect(await words(id)).toEqual([
      'States must open safe routes for all who flee.',
      'They report every year.',
      'Nobody is turned back at sea.',
      'We are all sailors.',
    ]);
  }); // prettier-ignore

  it.each([
    ['accepted', 'States must open safe routes for all who flee.'],
    ['rejected', 'States shall open safe routes for all who flee.'],
  ] as const)('EXC-24 keeps comments alone where changes are read as if all were %s', async (tracked, first) => {
    const edits = draft().replace('shall', 'must', 'Nadia').comment('safe routes', { by: 'Omar', text: 'By land?' });
    const outcome = await begin(amara!, await readOf(edits, tracked), names({ name: 'Omar', whose: 'other' }));
    expect(outcome).toMatchObject({ suggestions: 0, comments: 1, unplacedCount: 0 });
    const { statementId: id } = outcome;
    expect((await words(id))[0]).toBe(first);
    expect(await suggestionsOf(id)).toEqual([]);
    expect(await threadsOf(id)).toMatchObject([
      { place: { kind: 'passage', quote: 'safe routes' }, comments: [{ text: 'By land?' }] },
    ]);
  }); // prettier-ignore

  it('EXC-24 how a paragraph is set is as if that were rejected, too, and a suggestion', async () => {
    // Nothing else is tracked in it.
    const sent = await readOf(draft().set('They report', '<w:outlineLvl w:val="1"/>', 'Nadia'));
    expect(await comesWith(sent.paragraphs, sent.file)).toEqual([{ name: 'Nadia', changes: 1, comments: 0 }]);
    const outcome = await begin(amara!, sent, names({ name: 'Nadia', whose: 'other' }));
    expect(outcome).toMatchObject({ suggestions: 1, unplacedCount: 0, unset: 0, title: null });
    const { statementId: id } = outcome;
    const set = () =>
      rooms.app.get(CollabService).read(documentOf(id), (doc) => readParagraphs(doc).map(({ style, level }) => [style, level]));
    expect((await set())[1]).toEqual(['text', 1]);
    const [only] = await suggestionsOf(id);
    expect(only).toMatchObject({ enteredFor: { name: 'Nadia' } });
    expect((await amara!.post(`suggestions/${only.id}/accept`, {})).status).toBe(201);
    expect((await set())[1]).toEqual(['heading', 2]);
  }); // prettier-ignore

  it('EXC-25 what Word names nobody for, and what is mine, comes in the name of whoever begins it; what is left out does not', async () => {
    const edits = draft()
      .replace('shall', 'must', '')
      .delete(' at sea', 'Me myself')
      .delete(' every year', 'Nadia')
      .comment('turned back', { by: 'Nadia', text: 'And on land?' });
    const choices = names({ name: 'Me myself', whose: 'mine' }, { name: 'Nadia', whose: 'none' });
    const outcome = await begin(amara!, await readOf(edits), choices);
    expect(outcome).toMatchObject({ suggestions: 2, comments: 0, leftOut: 1 });
    const all = await suggestionsOf(outcome.statementId);
    expect(all.map((each: { enteredFor: unknown }) => each.enteredFor)).toEqual([null, null]);
  });

  it('EXC-25 begins a statement of their group for whoever leads it, who enters there for others', async () => {
    const facts = { title: 'Ours', ownerKind: 'group', groupId: group!, language: 'en' };
    const { statementId: id } = await begin(noor!, await readOf(debated()), names({ name: 'Omar', whose: 'other', organisationId: theirs }), facts);
    expect((await suggestionsOf(id, noor)).map(({ enteredFor }: { enteredFor: { name: string } | null }) => enteredFor?.name ?? null).sort()).toEqual(['Omar', 'Omar', null]);
    const brought = await noor!.get(`statements/${id}/returned-files`);
    expect(brought.body.items).toMatchObject([{ fileName: 'Draft.docx', suggestions: 3, comments: 2, may: { takeBack: true } }]);
  }); // prettier-ignore

  it('EXC-26 comes twice and is one; the same file brought back to it adds nothing, edited further what is new', async () => {
    const [before, sent] = [await begun(), await readOf(debated())];
    const { type, content } = formOfBeginning(sent, {}, coalition);
    const client = await rooms.signIn(`${amara!.personId}@people.example`, 'resist-reclaim-realise');
    const key = { 'content-type': type, 'idempotency-key': '0198f0a2-7b7b-7c4c-8a8b-2f1f1b1a1c2e' };
    const once = () => client.send('POST', '/api/statements/from-file/beside', content, key);
    const first = await once();
    const { outcome } = await amara!.workOf(Promise.resolve(first));
    expect((await once()).body).toEqual(first.body);
    expect(await begun()).toBe(before + 1);
    const { statementId: id } = outcome as unknown as ReturnOutcome;
    const bring = (file: unknown, choices: object) => {
      const again = formOfReturn(file, choices);
      return amara!.workOf(amara!.upload(`statements/${id}/returned-files`, again.content, again.type));
    };
    const back = await bring(sent.file, {});
    expect(back.outcome).toMatchObject({ fileId: null, suggestions: 0, comments: 0 });
    expect([(await suggestionsOf(id)).length, (await threadsOf(id)).length]).toEqual([3, 1]);
    // Edited further; spaces that the statement did not take are left out.
    const { file: further } = await readOf(debated().insert('safe routes', ' by land', 'Nadia'));
    const more = await bring(further, names({ name: '', whose: 'none' }));
    expect(more.outcome).toMatchObject({ suggestions: 1, comments: 0, known: 5 });
  });

  it('EXC-26 is refused as a beginning is, and then nothing is begun', async () => {
    const [before, sent] = [await begun(), await readOf(debated())];
    const code = async (by: Visitor, given: unknown, choices: object = {}) => {
      const { status, body } = await send(by, given, choices);
      return [status, body.error?.code];
    };
    expect(await code(nobody!, sent)).toEqual([403, 'statement.may-not-create']);
    expect(await code(amara!, { ...sent, paragraphs: [] })).toEqual([422, 'exchange.no-words']);
    expect(await code(amara!, { ...sent, file: { paragraphs: 1 } })).toEqual([422, 'exchange.text-refused']);
    expect(await code(amara!, null)).toEqual([422, 'exchange.text-refused']);
    const unknown = names({ name: 'Nadia', whose: 'other', organisationId: '0198f0a2-7b7b-7c4c-8a8b-2f1f1b1a1c1d' });
    expect(await code(amara!, sent, unknown)).toEqual([422, 'comment.organisation-unknown']);
    expect(await code(amara!, sent, names({ name: 'Nadia', whose: 'other', said: ' ' }))).toEqual([422, 'exchange.name-missing']);
    expect((await code(amara!, sent, { fileName: '' }))[0]).toBe(400);
    const [first] = sent.file.comments;
    const many = { ...sent.file, comments: Array.from({ length: 2_001 }, () => ({ ...first, answers: null })) };
    expect(await code(amara!, { ...sent, file: many })).toEqual([422, 'exchange.too-many-comments']);
    expect((await send(amara!, 'x'.repeat(8_000_001))).status).toBe(413);
    // More answers than a thread may hold: found when it is carried out, with the text in the same transaction.
    const answered = { ...sent.file, comments: [first, ...Array.from({ length: 501 }, (_, at) => ({ ...first, text: `Answer ${at}`, answers: 0 }))] };
    const { refusal } = await amara!.workOf(send(amara!, { ...sent, file: answered }));
    expect(refusal?.code).toBe('comment.too-many-comments');
    expect(await begun()).toBe(before);
  }); // prettier-ignore
});
