import * as Y from 'yjs';
import { authorsOf } from '../../authors.js';
import { FlatText } from '../../flat-text.js';
import { firstUpdate, readText } from '../../rich-text.js';
import { rules } from '../../test/rules.js';
import { Writer } from '../../test/writer.js';
import { closedFormats } from '../../text-rules.js';
import { forkOf, type Layer } from '../layer.js';
import { asSuggested, wordingsOf, type WordChange } from '../rewording.js';
import { takeLayerIn, type TakenIn } from '../taking-in.js';
import { again, attributes, joined, partsOf, Suggester, takeIn, undo } from './suggester.js';

const [author, penholder, backTaker, anew] = [50, 60, 61, 62];
const lines = ['Whoever rescues is punished.', 'States share the costs.'];
let text: Y.Doc;
let base: Writer;
let ana: Suggester;

beforeEach(() => {
  base = new Writer(
    2,
    firstUpdate(
      lines.map((line) => ({ attributes: {}, content: [{ text: line }] })),
      rules,
      1,
    ),
  );
  text = base.doc;
  ana = new Suggester(author, text);
});

const words = (doc: Y.Doc) =>
  readText(doc, attributes).map(({ content }) =>
    content.map((inline) => ('text' in inline ? inline.text : '*')).join(''),
  );
const page = (doc: Y.Doc) => readText(doc, attributes).map(({ content }) => joined(content));
/** Whose the words are that two may have written: `[client, text]`. */
const written = (doc: Y.Doc) =>
  [...authorsOf(doc).values()].flat().flatMap(({ client, text: by }) => (client === 1 ? [] : [[client, by]]));

const on = (writer: Writer, index: number) => writer.text.page[index]!;
const suggest = () => {
  ana.edit((edit) => {
    edit.delete(on(ana, 0), 19, 27);
    edit.insert(on(ana, 0), 19, { text: 'thanked and fed' });
  });
  ana.edit((edit) => {
    const made = edit.insertParagraph(on(ana, 1), {});
    edit.insert(made, 0, { text: 'Coast guards answer.' });
  });
};

/** Taken in with other words, each change at its place in the words that are suggested there. */
function takeInWith(layer: Layer, ...changes: readonly (readonly WordChange[])[]): TakenIn {
  const fork = new FlatText(forkOf(text, [layer]));
  fork.doc.clientID = penholder;
  const parts = partsOf(text, layer);
  const rewordings = wordingsOf(parts).map((each, at) => ({ ...each, changes: changes[at] ?? [] }));
  const taken = takeLayerIn(new FlatText(text), fork, layer, parts, rewordings, closedFormats(rules))!;
  Y.applyUpdate(text, taken.update);
  Y.applyUpdate(text, taken.reworded!.set);
  return taken;
}

describe('a layer that is taken in with other words', () => {
  it('LAY-7 keeps what stays as its author’s, and what came instead as of who took it in', () => {
    suggest();
    expect(wordingsOf(partsOf(text, ana.layer)).map(({ text: said }) => said)).toEqual([
      'thanked and fed',
      'Coast guards answer.',
    ]);
    takeInWith(ana.layer, [{ from: 8, to: 15, words: 'with honour' }], [{ from: 0, to: 0, words: 'All ' }]);
    expect(words(text)).toEqual([
      'Whoever rescues is thanked with honour.',
      lines[1],
      'All Coast guards answer.',
    ]);
    expect(written(text)).toEqual([
      [author, 'thanked '],
      [penholder, 'with honour'],
      [penholder, 'All '],
      [author, 'Coast guards answer.'],
    ]);
  });

  it('LAY-7 writes the words that came as bold as those in whose place they stand', () => {
    ana.edit((edit) => edit.insert(on(ana, 1), 6, { text: ' gladly', formats: { bold: true } }));
    takeInWith(ana.layer, [{ from: 1, to: 7, words: 'equally' }]);
    expect(page(text)[1]).toEqual([
      { text: 'States' },
      { text: ' equally', formats: { bold: true } },
      { text: ' share the costs.' },
    ]);
  });

  it('LAY-7 is taken back whole, with later words kept, and is then what was suggested', () => {
    suggest();
    const shown = words(forkOf(text, [ana.layer]));
    const { deed, reworded } = takeInWith(
      ana.layer,
      [{ from: 0, to: 15, words: 'praised 👏' }],
      [{ from: 6, to: 12, words: 'services' }],
    );
    expect(words(text)[0]).toBe('Whoever rescues is praised 👏.');
    base.edit((edit) => edit.insert(on(base, 0), on(base, 0).length, { text: ' Always.' }));
    const back = undo(text, deed, backTaker)!;
    expect(words(text)).toEqual(['Whoever rescues is punished. Always.', lines[1]]);

    const layer = again(text, (fork) => asSuggested(back.deed, reworded!, fork.restorations), anew);
    expect(wordingsOf(partsOf(text, layer)).map(({ text: said }) => said)).toEqual([
      'thanked and fed',
      'Coast guards answer.',
    ]);
    takeIn(text, layer, penholder + 10);
    expect(words(text)).toEqual([`${shown[0]!} Always.`, ...shown.slice(1)]);
    expect(written(text).filter(([by]) => by === penholder)).toEqual([]);
  });

  it('LAY-7 of which nothing is left is not taken in; what it deletes goes all the same', () => {
    suggest();
    takeInWith(ana.layer, [{ from: 0, to: 15, words: '' }], [{ from: 0, to: 20, words: '' }]);
    expect(words(text)[0]).toBe('Whoever rescues is .');
  });
});
