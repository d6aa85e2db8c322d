import {
  FlatText,
  forkOf,
  readLayers,
  readText,
  stateOf,
  takeLayerIn,
  TextEdit,
  closedFormats,
} from '@plenary/ground/text';
import {
  attributeNames,
  readMoment,
  statementFromParagraphs,
  statementRules,
} from '@plenary/statements/domain';
import * as Y from 'yjs';
import {
  charactersOf,
  compareReturned,
  hasItsPlace,
  layerOf,
  namesIn,
  outgoing,
  readReturned,
  returnedFrom,
  writeDocx,
  type ReturnedChange,
} from '@plenary/exchange/domain';
import { WordEdits } from '@plenary/exchange/testing';

const lines = [
  'States shall open safe routes for all who flee.',
  'They report every year to the assembly.',
  'Nobody is turned back at sea.',
  'نطالب بحقوق المهاجرين في كل مكان.',
];

const textOf = (paragraphs: readonly string[]): Y.Doc => {
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, statementFromParagraphs(paragraphs.map((text) => ({ text })), 1));
  return doc;
}; // prettier-ignore
const pageOf = (doc: Y.Doc) => new FlatText(doc).page.map(({ text }) => text);

let text: Y.Doc;
beforeEach(() => (text = textOf(lines)));

const exported = (doc: Y.Doc = text) =>
  writeDocx(
    outgoing({ id: '0198f0a2', title: 'On rescue', moment: 7, by: null, language: 'en' }, readText(doc, attributeNames)),
  ).then((bytes) => new WordEdits(bytes)); // prettier-ignore
const read = async (edits: WordEdits) => {
  const reading = await readReturned(edits.bytes());
  // As the server gets it.
  return { ...reading, file: returnedFrom(JSON.parse(JSON.stringify(reading.file))) };
};
const compared = async (edits: WordEdits, doc: Y.Doc = text) =>
  compareReturned((await read(edits)).file, readMoment(doc));
const told = ({ changes }: { readonly changes: readonly ReturnedChange[] }) =>
  changes.map(({ by, does, words }) => [by, does.kind, words.deleted, words.inserted]);

/** The text with all changes taken in that the file brings, as they were suggested. */
function taken(changes: readonly ReturnedChange[], now: Y.Doc, moment: Y.Doc): { page: string[]; states: string[] } {
  const state = Y.encodeStateAsUpdate(moment);
  const copy = forkOf(now, []);
  const states = changes.map((change, at) => {
    const layer = layerOf(change, state, 700 + at)!;
    const fork = new FlatText(forkOf(copy, [layer]));
    fork.doc.clientID = 7_000 + at;
    const parts = readLayers(new FlatText(copy), fork, [layer], attributeNames).get(layer.client)!;
    const writing = takeLayerIn(new FlatText(copy), fork, layer, parts);
    if (writing) Y.applyUpdate(copy, writing.update);
    return stateOf(parts);
  });
  return { page: pageOf(copy), states };
} // prettier-ignore
function write(doc: Y.Doc, client: number, act: (edit: TextEdit, text: FlatText) => void): void {
  doc.clientID = client;
  const flat = new FlatText(doc);
  doc.transact((transaction) => act(new TextEdit(flat, transaction, closedFormats(statementRules)), flat));
}

describe('a Word file that comes back', () => {
  it('EXC-17 says nothing where nobody changed anything, whatever Word made of its runs', async () => {
    const file = await read(await exported());
    expect(file.file.of).toEqual({ statement: '0198f0a2', moment: 7 });
    expect(await compareReturned(file.file, readMoment(text))).toEqual({
      changes: [],
      comments: [],
      moved: 0,
    });
  });

  it('EXC-17 tracked words are theirs whom Word names, others are nobody’s', async () => {
    const edits = (await exported())
      .replace('shall', 'must', 'Nadia')
      .insert('who flee', ' or drown', 'Omar')
      .replace('every year', 'each month', null)
      .delete('المهاجرين ', 'ندى');
    const { file } = await read(edits);
    expect(namesIn(file)).toMatchObject([{ name: 'Nadia' }, { name: 'Omar', changes: 1 }, { name: 'ندى' }]);
    const found = await compareReturned(file, readMoment(text));
    expect(told(found)).toEqual([
      ['Nadia', 'words', 'shall', 'must'],
      ['Omar', 'words', '', 'or drown'],
      ['', 'words', '', 'each month'],
      ['ندى', 'words', 'المهاجرين', ''],
    ]);
    expect(taken(found.changes, text, text)).toEqual({
      page: [
        'States must open safe routes for all who flee or drown.',
        'They report each month to the assembly.',
        'Nobody is turned back at sea.',
        'نطالب بحقوق في كل مكان.',
      ],
      states: ['open', 'open', 'open', 'open'],
    });
  });

  it('EXC-18 each stands beside its own characters, wherever they are by now', async () => {
    const edits = (await exported())
      .replace('shall', 'must', 'Nadia')
      .delete('every year ', 'Nadia')
      .replace('Nobody', 'No one', null);
    const { changes } = await compared(edits);
    const now = forkOf(text, []);
    write(now, 50, (edit, flat) => {
      edit.insert(flat.page[0]!, 0, { text: 'In our name: ' });
      edit.delete(flat.page[1]!, 12, 18);
      edit.move(flat.page[2]!, null);
    });
    expect(taken(changes, now, text)).toEqual({
      page: [
        'No one is turned back at sea.',
        'In our name: States must open safe routes for all who flee.',
        'They report to the assembly.',
        lines[3],
      ],
      states: ['open', 'changed', 'open'],
    });
  });

  it('EXC-19 never comes to stand among other words', async () => {
    const edits = (await exported())
      .replace('turned back', 'pushed back', 'Nadia')
      .insert('report every', ' single', 'Nadia');
    const { changes } = await compared(edits);
    const now = forkOf(text, []);
    write(now, 50, (edit, flat) => {
      edit.delete(flat.page[2]!, 0, flat.page[2]!.length);
      edit.insert(flat.page[2]!, 0, { text: 'Everybody is brought to land.' });
      edit.delete(flat.page[1]!, 0, flat.page[1]!.length);
      edit.insert(flat.page[1]!, 0, { text: 'Quite another sentence stands here now.' });
    });
    const known = charactersOf(readMoment(now));
    expect(changes.map((change) => hasItsPlace(change, readMoment(text), known))).toEqual([false, true]);
    expect(taken(changes.slice(1), now, text).states).toEqual(['void']);
    const intact = charactersOf(readMoment(text));
    expect(changes.every((change) => hasItsPlace(change, readMoment(text), intact))).toBe(true);
  });

  it.each(['Nadia', null])('EXC-17 paragraphs come, go and are parted (%s)', async (by) => {
    const edits = (await exported())
      .paragraphBehind('They report', 'And they answer for it.', by)
      .deleteParagraph('Nobody is turned', by);
    const found = await compared(edits);
    expect(told(found)).toEqual([
      [by ?? '', 'paragraphs', '', 'And they answer for it.'],
      [by ?? '', 'removed', by ? 'Nobody is turned back at sea.' : '', ''],
    ]);
    expect(taken(found.changes, text, text).page).toEqual([lines[0], lines[1], 'And they answer for it.', lines[3]]);
    const parted = await compared((await exported()).split('open safe routes', by));
    expect(taken(parted.changes, text, text).page).toEqual([
      'States shall open safe routes', expect.stringMatching(/^ ?for all who flee\.$/), ...lines.slice(1),
    ]);
  }); // prettier-ignore

  it('EXC-17 bookmarks that Word copied or lost mislead nobody', async () => {
    const copied = (await exported()).copyParagraph('Nobody is turned').replace('every year', 'yearly', null);
    expect(told(await compared(copied))).toEqual([
      ['', 'words', '', 'yearly'],
      ['', 'paragraphs', '', lines[2]],
    ]);
    const without = (await exported()).replace('every year', 'each year', 'Nadia').forget('bookmarks', 'properties');
    const { file } = await read(without);
    expect(file.of).toBeNull();
    expect(told(await compareReturned(file, readMoment(text)))).toEqual([['Nadia', 'words', 'every year', 'each year']]);
  }); // prettier-ignore

  it('EXC-20 comments stand at the words of the text that they covered, replies behind what they answer', async () => {
    const edits = (await exported())
      .insert('States', ' parties', 'Omar')
      .comment('safe routes', { by: 'Nadia', text: 'By land, too?' })
      .comment('parties', { by: 'Omar', text: 'All of them' })
      .reply({ by: 'Omar', text: 'Yes', answers: 0 });
    const { comments } = await compared(edits);
    const { id } = readMoment(text)[0]!;
    expect(comments).toMatchObject([
      { comment: { by: 'Nadia', answers: null }, quote: 'safe routes', passages: [{ paragraphId: id, from: 18, to: 29 }] },
      { comment: { by: 'Omar', text: 'All of them' }, passages: [], paragraphId: id },
      { comment: { by: 'Omar', text: 'Yes', answers: 0 } },
    ]);
  }); // prettier-ignore

  it('EXC-21 gives others their turn while paragraphs are found by their words, and stops where that costs too much', async () => {
    const words = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ');
    const some = (count: number, sign: string) =>
      Array.from({ length: count }, (_, at) => `${words} ${sign}${at}`);
    const fileOf = (paragraphs: readonly string[]) => ({
      ...{ of: null, language: null, comments: [] },
      paragraphs: paragraphs.map((each) => ({ ids: [], attributes: {}, pieces: [{ text: each }], end: {} })),
    });
    // What was done, in the order in which it was: turns come amid the comparing, and not behind it.
    const done: string[] = [];
    const pause = async () => {
      done.push('turn');
    };
    const few = compareReturned(fileOf(some(160, 'new')), readMoment(textOf(some(160, 'old'))), { pause });
    const { changes } = await few.finally(() => done.push('compared'));
    expect(done.lastIndexOf('turn')).toBeLessThan(done.indexOf('compared'));
    expect(done.length).toBeGreaterThan(8);
    expect(changes.every(({ does }) => does.kind === 'words')).toBe(true);
    // Of very many none is alike in the end: they come and go as wholes, after as many turns as that may cost.
    let turns = 0;
    const many = await compareReturned(fileOf(some(600, 'new')), readMoment(textOf(some(600, 'old'))), {
      pause: async () => void turns++,
    });
    expect(many.changes.some(({ does }) => does.kind === 'removed')).toBe(true);
    expect(turns).toBeLessThan(150);
  });

  it.each([
    ['another field', { extra: 1 }],
    ['a control', { paragraphs: [{ ids: [], attributes: {}, pieces: [{ text: 'a\u0000' }], end: {} }] }],
    ['a format that there is not', { paragraphs: [{ ids: [], attributes: {}, pieces: [{ text: 'a', formats: { blink: true } }], end: {} }] }],
    ['an answer to what comes later', { comments: [{ by: 'A', text: 'x', at: '', from: null, to: null, answers: 0 }] }],
    ['a place that there is not', { comments: [{ by: 'A', text: 'x', at: '', from: [3, 0], to: [3, 1], answers: null }] }],
  ])('EXC-21 refuses %s', (_, part) => {
    const sent = { of: null, language: null, paragraphs: [], comments: [], ...part };
    expect(() => returnedFrom(sent)).toThrow(expect.objectContaining({ code: 'exchange.text-refused' }));
  }); // prettier-ignore
});
