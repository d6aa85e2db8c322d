import { FlatText, readText } from '@plenary/ground/text';
import {
  attributeNames,
  readMoment,
  statementFromParagraphs,
  type NewParagraph,
} from '@plenary/statements/domain';
import * as Y from 'yjs';
import {
  compareReturned,
  layerOf,
  namesIn,
  outgoing,
  readDocx,
  readReturned,
  returnedFrom,
  writeDocx,
  type ReturnedChange,
} from '@plenary/exchange/domain';
import { WordEdits } from '@plenary/exchange/testing';

const paragraphs: readonly NewParagraph[] = [
  { style: 'heading', level: 1, text: 'Why we speak' },
  { kind: 'preambular', text: 'Recalling what was promised,' },
  { kind: 'preambular', text: 'Noting what was not kept,' },
  { style: 'heading', level: 1, text: 'What we ask' },
  { kind: 'operative', text: 'Asks states to open routes:' },
  { style: 'bullet', text: 'by sea' },
  { style: 'bullet', text: 'by land' },
  { style: 'numbered', text: 'first of all' },
  { style: 'numbered', indent: 1, text: 'deeper down' },
  { text: 'A plain one.' },
  { text: 'Another plain one.' },
];
const style = (id: string) => `<w:pStyle w:val="${id}"/>`;

let text: Y.Doc;
beforeEach(() => {
  text = new Y.Doc({ gc: false });
  Y.applyUpdate(text, statementFromParagraphs(paragraphs, 1));
});

const exported = async () => {
  const rich = readText(text, attributeNames);
  const facts = { id: '0198f0a2', title: 'On rescue', moment: 7, by: null, language: 'en' };
  return new WordEdits(await writeDocx(outgoing(facts, rich)));
};
const read = async (edits: WordEdits) => {
  const { file, notCarried } = await readReturned(edits.bytes());
  // As the server gets it.
  return { file: returnedFrom(JSON.parse(JSON.stringify(file))), notCarried };
};
const compared = async (edits: WordEdits) => compareReturned((await read(edits)).file, readMoment(text));
const wordsOf = (id: string | null) => readMoment(text).find((each) => each.id === id)?.runs[0]?.text;
const told = ({ changes }: { readonly changes: readonly ReturnedChange[] }) =>
  changes.map(({ by, paragraphId, does }) => [
    by,
    wordsOf(paragraphId),
    does.kind === 'set' ? does.attributes : does.kind,
  ]);
/** What a paragraph is once all is taken in. */
function taken(changes: readonly ReturnedChange[], words: string): Record<string, unknown> {
  const state = Y.encodeStateAsUpdate(text);
  changes.forEach((change, at) => Y.applyUpdate(text, layerOf(change, state, 700 + at)!.update));
  const paragraph = new FlatText(text).page.find((each) => each.text === words)!;
  return Object.fromEntries(attributeNames.flatMap((name) => paragraph.attribute(name) === undefined ? [] : [[name, paragraph.attribute(name)]]));
} // prettier-ignore

describe('how paragraphs are set in a Word file that comes back', () => {
  it('EXC-17 says nothing where nobody changed anything, nor of styles that say the same', async () => {
    expect(told(await compared(await exported()))).toEqual([]);
    const edits = await exported();
    const plain = edits.propertiesOf('A plain one');
    const { changes } = await compared(
      edits
        .set('A plain one', style('BodyText') + plain, null)
        .set('Another plain one', style('BodyText') + plain, 'Nadia')
        .set('by sea', `${edits.propertiesOf('by sea')}<w:jc w:val="center"/>`, 'Nadia'),
    );
    expect(changes).toEqual([]);
    expect((await read(edits)).notCarried).toEqual({ formatting: 2 });
  });

  it('EXC-17 what Word tracked of it is theirs whom it names, and nothing else of that paragraph is', async () => {
    const edits = await exported();
    edits
      .set('What we ask', style('Heading2'), 'Nadia')
      .set('by land', edits.propertiesOf('first of all'), 'Omar')
      .set('Noting what', edits.propertiesOf('Asks states'), 'Nadia')
      .set('A plain one', style('Quote'), 'ندى')
      .set('deeper down', edits.propertiesOf('first of all'), 'Omar')
      .replace('not kept', 'forgotten', 'Omar');
    const { file } = await read(edits);
    expect(namesIn(file)).toMatchObject([
      { name: 'Nadia', changes: 2 },
      { name: 'Omar', changes: 3 },
      { name: 'ندى', changes: 1 },
    ]);
    const found = await compareReturned(file, readMoment(text));
    expect(told(found)).toEqual([
      ['Omar', 'Noting what was not kept,', 'words'],
      ['Nadia', 'Noting what was not kept,', { kind: 'operative' }],
      ['Nadia', 'What we ask', { level: 2 }],
      ['Omar', 'by land', { style: 'numbered' }],
      ['Omar', 'deeper down', { indent: 0 }],
      ['ندى', 'A plain one.', { style: 'quote' }],
    ]);
    expect((await read(edits)).notCarried).toEqual({});
    expect(taken(found.changes, 'Noting what was forgotten,')).toEqual({ kind: 'operative' });
    // Rejected, the file is what it was.
    const kinds = async (as: 'accepted' | 'rejected') =>
      (await readDocx(edits.bytes(), as)).paragraphs.map(({ attributes }) => attributes['style'] ?? attributes['kind']);
    expect((await kinds('rejected'))[2]).toBe('preambular');
    expect(await readDocx(edits.bytes())).toMatchObject({ settings: 5, notCarried: {} });
    expect((await kinds('accepted'))[2]).toBe('operative');
  }); // prettier-ignore

  it('EXC-17 what nobody tracked is told of the moment that the file names, under the empty name', async () => {
    const edits = await exported();
    edits
      .set('by land', style('Heading3'), null)
      .set('What we ask', edits.propertiesOf('A plain one'), null)
      .set('Asks states', edits.propertiesOf('Noting what'), null);
    const { file } = await read(edits);
    const found = await compareReturned(file, readMoment(text));
    expect(told(found)).toEqual([
      ['', 'What we ask', { style: 'text' }],
      ['', 'Asks states to open routes:', { kind: 'preambular' }],
      ['', 'by land', { style: 'heading', level: 3 }],
    ]);
    // Of another moment it is not known who set what.
    expect((await compareReturned(file, readMoment(text), { isOwnMoment: false })).changes).toEqual([]);
    expect((await compareReturned(file, readMoment(text), { isBeginning: true })).changes).toEqual([]);
    expect(taken(found.changes, 'by land')).toEqual({ style: 'heading', level: 3 });
  });

  it('EXC-17 what another program lost of all that were alike, or calls otherwise, is nobody’s change', async () => {
    const lists = await exported();
    for (const words of ['by sea', 'by land', 'Asks states']) lists.set(words, '', null);
    expect(told(await compared(lists))).toEqual([]);
    const kinds = await exported();
    const numbered = kinds.propertiesOf('first of all');
    for (const words of ['Recalling', 'Noting']) kinds.set(words, numbered, null);
    expect(told(await compared(kinds))).toEqual([]);
    // One of two was somebody's, and what was tracked always is.
    expect(told(await compared((await exported()).set('by sea', '', null)))).toEqual([['', 'by sea', { style: 'text' }]]);
    expect(told(await compared((await exported()).set('by sea', '', 'Nadia').set('by land', '', 'Nadia')))).toHaveLength(2);
  }); // prettier-ignore

  it('EXC-17 a paragraph that came, went, or was joined with another is not set otherwise besides', async () => {
    const edits = (await exported())
      .paragraphBehind('What we ask', 'And more', 'Nadia')
      .deleteParagraph('by land', 'Nadia')
      .split('A plain', 'Nadia')
      .set('A plain', style('Quote'), 'Nadia')
      .copyParagraph('by sea');
    expect(told(await compared(edits)).map(([, , kind]) => kind)).toEqual([
      ...['paragraphs', 'paragraphs', 'removed', 'words'],
    ]);
    // Deleting an end without a trace, Word keeps one of the two, and what is said of that one.
    const joined = (await exported()).join('Noting what', 'Asks states');
    expect(told(await compared(joined)).map(([, words, kind]) => [words, kind])).toEqual([
      ['Noting what was not kept,', 'words'],
      ['Asks states to open routes:', 'removed'],
    ]);
    const both = await exported();
    both.deleteParagraph('by land', 'Omar').set('by land', style('Quote'), 'Nadia');
    expect(told(await compared(both))).toEqual([['Omar', 'by land', 'removed']]);
  });

  it('EXC-17 the title of the file is told, as it is with all changes', async () => {
    const edits = (await exported()).replace('On rescue', 'On rescue at sea', 'Nadia');
    expect((await read(edits)).file.title).toBe('On rescue at sea');
    expect(told(await compared(edits))).toEqual([]);
  });

  it('EXC-21 refuses what says of a paragraph what there is not', () => {
    const paragraph = { ids: [], attributes: {}, pieces: [], end: {} };
    const file = { of: null, language: null, comments: [] };
    const sent = (was: unknown) => () => returnedFrom({ ...file, paragraphs: [{ ...paragraph, was }] });
    expect(sent({ by: 'A', attributes: { style: 'quote' } })()).toBeTruthy();
    for (const was of [{ by: 'A' }, { attributes: {} }, { by: 'A', attributes: { style: 'blink' } }, { by: 'A', attributes: {}, more: 1 }, 1])
      expect(sent(was)).toThrow(expect.objectContaining({ code: 'exchange.text-refused' }));
  }); // prettier-ignore
});
