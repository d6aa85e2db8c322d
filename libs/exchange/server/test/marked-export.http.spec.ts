import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { newId } from '@plenary/ground/kernel';
import { CollabService } from '@plenary/ground/server/collab';
import {
  anchorOf,
  closedFormats,
  FlatText,
  forkOf,
  LayerRecorder,
  takeIn,
  TextEdit,
  type Anchor,
} from '@plenary/ground/text';
import type { Visitor } from '@plenary/organisations/testing';
import { documentOf, statementRules } from '@plenary/statements/domain';
import { edit, openStatement } from '@plenary/statements/testing';
import { readDocx, readReturned, type ReturnOutcome, type TrackedAs } from '@plenary/exchange/domain';
import { formOfReturn, startExchange, WordEdits, type ExchangeUnderTest } from '@plenary/exchange/testing';

type Change = (editing: TextEdit, text: FlatText) => unknown;
const password = 'resist-reclaim-realise';

describe('a statement as a Word file with what is said of it', () => {
  let rooms: ExchangeUnderTest;
  let amara: Visitor;
  let noor: Visitor;
  let sami: Visitor;
  let lin: Visitor;
  let statement: string;

  beforeAll(async () => {
    rooms = await startExchange();
    const { given } = rooms;
    await given.coalition('Resist & Realise');
    const [ours, others] = [await given.organisation({ name: 'Ours' }), await given.organisation({ name: 'Theirs' })];
    const come = async (name: string) => rooms.as(await given.person(name));
    [amara, noor, sami, lin] = [await come('Amara'), await come('Noor'), await come('Sami'), await come('Lin')];
    await given.role(amara.personId, 'coordinator');
    await given.representative(noor.personId, ours, 'member');
    await given.representative(sami.personId, ours, 'member');
    await given.representative(lin.personId, others, 'member');
    statement = await begun();
    await sent(noor, 'It is clearer', (editing, { page }) => {
      replace(editing, page[0]!, 'four', 'six');
      const added = editing.insertParagraph(page[2]!, { style: 'numbered' });
      editing.insert(added, 0, { text: 'and by air', formats: { italic: true } });
    });
    await sent(sami, 'Shorter', (editing, { page }) => replace(editing, page[0]!, 'four things', 'much'));
    await sent(lin, '', (editing, { page }) => {
      const at = page[0]!.text.indexOf('states');
      editing.format(page[0]!, at, at + 6, 'bold', true);
      editing.setAttribute(page[4]!.id, 'kind', 'operative');
      editing.remove(page[3]!);
    });
  }); // prettier-ignore
  afterAll(() => rooms.close());

  const begun = () =>
    rooms.given.statement({
      title: 'On rescue',
      paragraphs: [
        { text: 'We ask four things of states.' },
        { style: 'numbered', text: 'open routes by sea' },
        { style: 'numbered', text: 'by land' },
        { text: 'Old words.' },
        { text: 'They report every year.' },
      ],
    });
  const collab = () => rooms.app.get(CollabService);
  const replace = (editing: TextEdit, paragraph: FlatText['page'][number], out: string, into: string) => {
    const at = paragraph.text.indexOf(out);
    editing.delete(paragraph, at, at + out.length);
    editing.insert(paragraph, at, { text: into });
  };

  /** As the page does it: written upon a copy, kept and sent. */
  async function draft(by: Visitor, change: Change, on = statement) {
    const id = newId();
    const { body } = await by.post(`statements/${on}/suggestions`, { id, language: 'en' });
    const fork = await collab().read(documentOf(on), (doc) => forkOf(doc, []));
    fork.clientID = body.client;
    const text = new FlatText(fork);
    fork.on('afterTransaction', (transaction) => void takeIn(text, transaction));
    const recorder = new LayerRecorder(fork, null);
    const keep = async (more: Change) => {
      fork.transact((transaction) => more(new TextEdit(text, transaction, closedFormats(statementRules)), text));
      const update = Buffer.from(recorder.layer!.update).toString('base64');
      expect((await by.put(`suggestions/${id}/layer`, { update })).status).toBe(200);
    };
    await keep(change);
    return { id, keep };
  } // prettier-ignore
  async function sent(by: Visitor, reason: string, change: Change, on = statement) {
    const made = await draft(by, change, on);
    expect((await by.post(`suggestions/${made.id}/send`, { reason })).body.state).toBe('open');
    return made;
  }

  const anchorIn = (on: string, phrase: string): Promise<Anchor> =>
    collab().read(documentOf(on), (doc) => {
      const text = new FlatText(doc);
      const paragraph = text.page.find((each) => each.text.includes(phrase))!;
      const offset = paragraph.text.indexOf(phrase);
      return anchorOf(text, { paragraph, offset }, { paragraph, offset: offset + phrase.length });
    });
  async function thread(by: Visitor, on: string, more: object) {
    const words = { audience: 'readers', kind: 'statement', text: 'A word', language: 'en', ...more };
    const { status, body } = await by.post(`statements/${on}/threads`, words);
    expect([status, body.error]).toEqual([201, undefined]);
    return body.id as string;
  }

  async function exported(by: Visitor, query: string, on = statement) {
    const person = await rooms.signIn(`${by.personId}@people.example`, password);
    const answer = await fetch(`${rooms.url}/api/statements/${on}/export?format=docx&${query}`, {
      headers: { cookie: person.cookie! },
    });
    expect(answer.status).toBe(200);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)])); // prettier-ignore
    for (const part of Object.values(parts)) new SaxesParser({ xmlns: true }).write(part).close();
    return { bytes, parts, body: parts['word/document.xml']!, asComments: answer.headers.get('suggestions-as-comments') };
  } // prettier-ignore
  const read = async (bytes: Uint8Array, tracked: TrackedAs) =>
    (await readDocx(bytes, tracked)).paragraphs.map(({ attributes, content }) => ({ attributes, content }));
  const commentsIn = (parts: Record<string, string>) =>
    [...(parts['word/comments.xml'] ?? '').matchAll(/<w:comment w:id="(\d+)" w:author="([^"]*)"(.*?)<\/w:comment>/g)].map(
      ([, id, author, rest]) => ({ id, author, text: rest!.replace(/^.*?>/, '').replace(/<\/w:p>/g, '\n').replace(/<[^>]*>/g, '').trim() }),
    ); // prettier-ignore

  it('EXC-30 suggestions are tracked changes: rejected the file is the text, accepted it is what was suggested', async () => {
    const wordsIn = async (file: Uint8Array, tracked: TrackedAs) =>
      (await read(file, tracked)).map(({ attributes, content }) => [
        attributes['kind'] ?? attributes['style'],
        content.map((each) => ('text' in each ? each.text : '')).join(''),
      ]);
    const { bytes, body } = await exported(amara, 'suggestions=true');
    const plain = await wordsIn((await exported(amara, '')).bytes, 'accepted');
    const rejected = await wordsIn(bytes, 'rejected');
    expect(rejected.map(([, words]) => words)).toEqual(plain.map(([, words]) => words));
    const words = await wordsIn(bytes, 'accepted');
    expect(words).toEqual([
      [undefined, 'We ask six things of states.'],
      ['numbered', 'open routes by sea'],
      ['numbered', 'by land'],
      ['numbered', 'and by air'],
      ['operative', 'They report every year.'],
    ]);
    // Bold and the kind of a paragraph are changes of their own; a paragraph comes with its end, and goes with it.
    expect(body).toMatch(/<w:b\/><w:bCs\/><w:rPrChange [^>]*><w:rPr><\/w:rPr><\/w:rPrChange><\/w:rPr><w:t [^>]*>states</);
    expect(body).toMatch(/<w:pPrChange [^>]*><w:pPr><w:numPr>.*?<\/w:pPr><\/w:pPrChange><\/w:pPr>.*They report/);
    expect(body).toMatch(/<w:numId w:val="\d+"\/><\/w:numPr><w:rPr><w:ins [^>]*\/><\/w:rPr><\/w:pPr>.*?and by air/);
    expect(body).toMatch(/<w:rPr><w:del [^>]*\/><\/w:rPr><\/w:pPr>.*?<w:delText [^>]*>Old words\.</);
  }); // prettier-ignore

  it('EXC-32 of suggestions that overlap the earliest is tracked, and the other is a comment', async () => {
    const { parts, body, asComments } = await exported(amara, 'suggestions=true');
    expect(asComments).toBe('1');
    expect(body).not.toContain('much');
    expect(commentsIn(parts)).toEqual([
      { id: '0', author: 'Suggestion 2', text: 'Suggestion:\nInstead of “four things”: “much”\nShorter' },
    ]);
    const [start, end] = [body.indexOf('<w:commentRangeStart w:id="0"/>'), body.indexOf('<w:commentRangeEnd w:id="0"/>')];
    expect(body.slice(start, end)).toContain('We ask ');
    expect(body.slice(end)).toContain('by land');
  }); // prettier-ignore

  it('EXC-32 what moves paragraphs or sets a link is a comment, and none is lost', async () => {
    const other = await begun();
    await sent(noor, '', (editing, { page }) => editing.move(page[0]!, page[4]!), other);
    await sent(sami, '', (editing, { page }) => editing.format(page[4]!, 0, 4, 'link', { href: 'https://example.org' }), other); // prettier-ignore
    const { parts, asComments, bytes } = await exported(amara, 'suggestions=true', other);
    expect(asComments).toBe('2');
    expect(commentsIn(parts).map(({ text }) => text)).toEqual([
      'Suggestion:\nPut the paragraph “We ask four things of states.” in another place',
      'Suggestion:\nFormat “They report every year.” otherwise',
    ]);
    expect(await read(bytes, 'accepted')).toEqual(await read((await exported(amara, '', other)).bytes, 'accepted'));
  }); // prettier-ignore

  it('EXC-31 threads are comments at their words, with answers and what came of them', async () => {
    const other = await begun();
    const passage = await anchorIn(other, 'report every year');
    const first = await thread(noor, other, { kind: 'passage', anchor: passage, text: 'How often?\nAnd to whom?' });
    await lin.post(`threads/${first}/comments`, { text: 'Once a year.', language: 'en' });
    await amara.put(`threads/${first}/outcome`, { outcome: 'taken', note: 'With thanks' });
    await thread(lin, other, { text: 'As a whole' });
    const { parts, body } = await exported(amara, 'comments=true', other);
    expect(commentsIn(parts).map(({ text }) => text)).toEqual([
      ...['How often?\nAnd to whom?', 'Once a year.', 'Taken\nWith thanks', 'As a whole'],
    ]);
    const within = /They <\/w:t><\/w:r>(?:<w:commentRangeStart w:id="\d"\/>){3}<w:r><w:t [^>]*>report every year<\/w:t><\/w:r><w:commentRangeEnd w:id="0"\/>/;
    expect(body).toMatch(within);
    expect(body).toMatch(/<w:pStyle w:val="Title"\/><\/w:pPr><w:commentRangeStart w:id="3"\/>/);
    const marks = [...parts['word/comments.xml']!.matchAll(/w14:paraId="(\w+)"/g)].map(([, id]) => id);
    const said = [...parts['word/commentsExtended.xml']!.matchAll(/<w15:commentEx w15:paraId="(\w+)"(?: w15:paraIdParent="(\w+)")? w15:done="(\d)"/g)];
    expect(said.map(([, id, parent, done]) => [id, parent, done])).toEqual([
      [marks[0], undefined, '1'],
      [marks[1], marks[0], '1'],
      [marks[2], marks[0], '1'],
      [marks[3], undefined, '0'],
    ]);
    expect(parts['[Content_Types].xml']).toContain('/word/commentsExtended.xml');
    expect(parts['word/_rels/document.xml.rels']).toContain('2011/relationships/commentsExtended');
  }); // prettier-ignore

  it('EXC-31 what is said of words that are gone stands where they stood, with these words', async () => {
    const other = await begun();
    await thread(noor, other, { kind: 'passage', anchor: await anchorIn(other, 'four things'), text: 'Why four?' });
    await thread(noor, other, { kind: 'passage', anchor: await anchorIn(other, 'Old words'), text: 'How old?' });
    const paragraphId = await collab().read(documentOf(other), (doc) => new FlatText(doc).page[3]!.id);
    await thread(noor, other, { kind: 'paragraph', paragraphId, text: 'Still?' });
    const wanted = { name: 'A script', scope: 'write', expiresInDays: 1, password };
    const { body: token } = await amara.post('me/tokens', wanted);
    const writer = await openStatement(rooms.url, token.token as string, other);
    await writer.provider.synced();
    edit(writer.provider.doc, (editing, { page }) => {
      editing.delete(page[0]!, 7, 18);
      editing.remove(page[3]!);
    });
    await writer.provider.saved();
    writer.connection.close();
    const { parts, body } = await exported(amara, 'comments=true', other);
    expect(commentsIn(parts).map(({ text }) => text)).toEqual([
      'About “four things”, which is no longer in the text:\nWhy four?',
      'About “Old words”, which is no longer in the text:\nHow old?',
      'About “Old words.”, which is no longer in the text:\nStill?',
    ]);
    expect(body).toMatch(/<w:commentRangeStart w:id="0"\/><w:r><w:t [^>]*>We ask <\/w:t><\/w:r><w:r><w:t [^>]*> of states\.<\/w:t><\/w:r><w:commentRangeEnd w:id="0"\/>/);
    expect(body).toMatch(/<w:commentRangeStart w:id="1"\/><w:commentRangeStart w:id="2"\/><w:r><w:t [^>]*>by land<\/w:t>/);
  }); // prettier-ignore

  it('EXC-33 names whom it is told to name, with times for those alone, and is the same whenever it is made', async () => {
    const other = await begun();
    await sent(noor, 'A reason', (editing, { page }) => replace(editing, page[0]!, 'four', 'six'), other);
    await thread(lin, other, { text: `Ask @[person:${noor.personId}]` });
    await thread(amara, other, { text: 'Entered', enteredFor: { name: 'Old Mary', source: 'phone' } });
    const all = async (names: string) => {
      const query = `suggestions=true&comments=true&names=${names}`;
      const [one, two] = [await exported(amara, query, other), await exported(amara, query, other)];
      expect(Buffer.from(one.bytes).equals(two.bytes)).toBe(true);
      const said = one.body + one.parts['word/comments.xml']!;
      return { authors: [...new Set([...said.matchAll(/w:author="([^"]*)"/g)].map(([, name]) => name))], said };
    };
    const none = await all('none');
    expect(none.authors).toEqual(['Suggestion 1', 'Reader']);
    expect(none.said).not.toMatch(/Noor|Lin|Mary|Ours|Theirs|w:date/);
    const organisations = await all('organisations');
    expect(organisations.authors).toEqual(['Ours', 'Theirs', 'Reader']);
    expect(organisations.said).not.toMatch(/Noor|Lin|Mary/);
    expect(organisations.said).toMatch(/w:date="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/);
    const people = await all('people');
    expect(people.authors).toEqual(['Noor (Ours)', 'Lin (Theirs)', 'Old Mary']);
    expect(people.said).toContain('Ask @Noor');
  }); // prettier-ignore

  it('EXC-33 holds nothing that whoever takes it out may not read, and nothing that was not sent', async () => {
    const other = await begun();
    await thread(amara, other, { audience: 'penholders', text: 'Among us' });
    await thread(noor, other, { audience: 'organisation', text: 'Within ours' });
    const { keep } = await sent(noor, '', (editing, { page }) => replace(editing, page[0]!, 'four', 'six'), other); // prettier-ignore
    await keep((editing, { page }) => editing.insert(page[4]!, 0, { text: 'unsent ' }));
    await draft(noor, (editing, { page }) => editing.insert(page[4]!, 0, { text: 'a draft ' }), other);
    const seen = async (by: Visitor) => {
      const { parts, body } = await exported(by, 'suggestions=true&comments=true&names=people', other);
      expect(body).toContain('six');
      expect(body).not.toMatch(/unsent|a draft/);
      return commentsIn(parts).map(({ text }) => text);
    };
    expect(await seen(noor)).toEqual(['Within ours']);
    expect(await seen(lin)).toEqual([]);
    expect(await seen(amara)).toEqual(['Among us']);
  });

  it('EXC-5 is the text alone where nothing else is chosen, and in every other kind of file', async () => {
    const { parts, asComments } = await exported(amara, '');
    expect([parts['word/comments.xml'], asComments]).toEqual([undefined, null]);
    expect(parts['word/document.xml']).not.toMatch(/w:ins|w:del|w:author/);
    const page = await amara.get(`statements/${statement}/export?format=md&suggestions=true&comments=true`);
    expect(page.body).toContain('We ask four things of states.');
    expect(page.body).not.toContain('six');
  });

  describe('EXC-22 a file that went out and comes back as it is', () => {
    const returned = async (by: Visitor, on: string, bytes: Uint8Array) => {
      const { file } = await readReturned(bytes);
      const { type, content } = formOfReturn(file, {});
      const { state, outcome } = await by.workOf(by.upload(`statements/${on}/returned-files`, content, type));
      expect(state).toBe('done');
      return outcome as unknown as ReturnOutcome;
    };

    it.each(['none', 'organisations', 'people'])(
      'adds nothing, whoever is named in it (%s), also where it was decided since',
      async (names) => {
        const on = await begun();
        await sent(noor, 'It is clearer', (editing, { page }) => replace(editing, page[0]!, 'four', 'six'), on);
        // Overlaps: it goes out as a comment.
        await sent(sami, 'Shorter', (editing, { page }) => replace(editing, page[0]!, 'four things', 'much'), on);
        const rejected = await sent(lin, '', (editing, { page }) => editing.insert(page[1]!, 0, { text: 'all ' }), on);
        const accepted = await sent(lin, '', (editing, { page }) => editing.insert(page[4]!, 0, { text: 'Yes, ' }), on);
        const about = await thread(noor, on, { kind: 'passage', anchor: await anchorIn(on, 'by land') });
        await lin.post(`threads/${about}/comments`, { text: 'Why not?\nTell us.', language: 'en' });
        await amara.put(`threads/${about}/outcome`, { outcome: 'taken_in_part', note: 'See below.' });
        const { bytes } = await exported(amara, `suggestions=true&comments=true&names=${names}`, on);
        expect((await amara.post(`suggestions/${rejected.id}/reject`, { reason: '' })).status).toBeLessThan(300);
        expect((await amara.post(`suggestions/${accepted.id}/accept`, { wording: 1, otherwise: [] })).status).toBeLessThan(300);
        const outcome = await returned(amara, on, bytes);
        expect(outcome).toMatchObject({ suggestions: 0, comments: 0, unplacedCount: 0 });
        expect(outcome.known).toBeGreaterThan(6);
        // What somebody wrote in Word besides is new, also where nobody is named.
        const edits = new WordEdits(bytes).comment('every year', { by: 'Reader', text: 'Every month' });
        expect(await returned(amara, on, edits.bytes())).toMatchObject({ suggestions: 0, comments: 1 });
      },
    ); // prettier-ignore
  });
});
