import * as Y from 'yjs';
import { authorsOf } from '../../authors.js';
import type { PageParagraph } from '../../page-paragraph.js';
import { firstUpdate, readText } from '../../rich-text.js';
import type { TextEdit } from '../../text-edit.js';
import { rules } from '../../test/rules.js';
import { Writer } from '../../test/writer.js';
import { stateOf, type LayerPart } from '../layer-parts.js';
import { again, allPartsOf, attributes, joined, partsOf, Suggester, takeIn, undo } from './suggester.js';

const lines = ['One two three', 'Four five six', 'Seven eight'];
let base: Writer;
let text: Y.Doc;
let ana: Suggester;

beforeEach(() => {
  const start = firstUpdate(
    lines.map((line) => ({ attributes: {}, content: [{ text: line }] })),
    rules,
    1,
  );
  base = new Writer(2, start);
  text = base.doc;
  ana = new Suggester(50, text);
});

const page = (doc: Y.Doc) =>
  readText(doc, attributes).map(({ attributes: said, content }) => ({ said, content: joined(content) }));
const words = (doc: Y.Doc) =>
  readText(doc, attributes).map(({ content }) =>
    content.map((inline) => ('text' in inline ? inline.text : '*')).join(''),
  );
const on = (writer: Writer, index: number): PageParagraph => writer.text.page[index]!;
const suggest = (act: (edit: TextEdit, at: (index: number) => PageParagraph) => unknown) =>
  ana.edit((edit) => act(edit, (index) => on(ana, index)));

/** What parts do, without the names of characters. */
const inShort = (parts: readonly LayerPart[]) =>
  parts.map((part) => {
    if (part.kind !== 'characters') return [part.kind, part.state];
    const said = (kind: 'inserted' | 'deleted' | 'break') =>
      part.pieces
        .map((piece) => (piece.kind !== kind ? '' : piece.kind === 'break' ? '¶' : piece.text))
        .join('');
    return [part.state, said('inserted'), said('deleted'), said('break')];
  });

type Act = (edit: TextEdit, at: (index: number) => PageParagraph) => unknown;
const acts: Record<string, Act> = {
  typing: (edit, at) => edit.insert(at(0), 3, { text: ' and a half' }),
  'bold words': (edit, at) => edit.insert(at(0), 3, { text: ' and', formats: { bold: true } }),
  'a note': (edit, at) => edit.insert(at(1), 4, { embed: 'footnote', values: { text: 'See there' } }),
  deleting: (edit, at) => edit.delete(at(1), 4, 9),
  'another word': (edit, at) => {
    edit.delete(at(1), 0, 4);
    edit.insert(at(1), 0, { text: 'Many' });
  },
  'a new paragraph': (edit, at) => {
    const made = edit.insertParagraph(at(1), { kind: 'quote' });
    edit.insert(made, 0, { text: 'Said by all' });
  },
  'a deleted paragraph': (edit, at) => edit.remove(at(1)),
  'a kind': (edit, at) => edit.setAttribute(at(0).id, 'kind', 'heading'),
  bold: (edit, at) => edit.format(at(0), 0, 3, 'bold', true),
  'a split': (edit, at) => edit.split(at(0), 4, {}),
  'a join': (edit, at) => edit.join(at(1), at(0)),
  'a move': (edit, at) => edit.move(at(2), at(0)),
};

describe.each(Object.entries(acts))('a layer with %s', (_, act) => {
  it('LAY-1 leaves the text as it is until it is taken in, and is then as it was shown', () => {
    const before = Y.encodeStateAsUpdate(text);
    suggest(act);
    expect(Y.encodeStateAsUpdate(text)).toEqual(before);
    expect(stateOf(partsOf(text, ana.layer))).toBe('open');
    const shown = page(ana.doc);
    expect(page(text)).not.toEqual(shown);
    takeIn(text, ana.layer, 60);
    expect(page(text)).toEqual(shown);
  });

  it('LAY-3 is taken back, and may be taken in again; characters stay their authors’', () => {
    const [was, wrote] = [page(text), JSON.stringify([...authorsOf(text).values()])];
    suggest(act);
    const shown = page(ana.doc);
    const { deed } = takeIn(text, ana.layer, 60)!;
    const wroteThen = JSON.stringify([...authorsOf(text).values()]);
    const back = undo(text, deed, 61)!;
    expect(page(text)).toEqual(was);
    expect(JSON.stringify([...authorsOf(text).values()])).toBe(wrote);
    undo(text, back.deed, 62);
    expect(page(text)).toEqual(shown);
    expect(JSON.stringify([...authorsOf(text).values()])).toBe(wroteThen);
  });

  it('LAY-3 is a layer once more when it was taken back: it does the same, and is taken in as before', () => {
    suggest(act);
    const shown = page(ana.doc);
    const did = inShort(partsOf(text, ana.layer));
    const back = undo(text, takeIn(text, ana.layer, 60)!.deed, 61)!;
    const layer = again(text, () => back.deed, 62);
    expect(inShort(partsOf(text, layer))).toEqual(did);
    takeIn(text, layer, 63);
    expect(page(text)).toEqual(shown);
  });
});

describe('the parts of a layer', () => {
  it('LAY-2 are what it deletes and what it writes in its place, by characters', () => {
    suggest(acts['another word']!);
    expect(partsOf(text, ana.layer)).toEqual([
      expect.objectContaining({
        kind: 'characters',
        paragraphId: on(base, 1).id,
        pieces: [
          expect.objectContaining({ kind: 'inserted', text: 'Many', after: on(base, 1).chain.head.birth }),
          expect.objectContaining({ kind: 'deleted', text: 'Four', isThere: true }),
        ],
      }),
    ]);
  });

  it('LAY-2 say nothing of what was taken back while it was written', () => {
    suggest(acts['deleting']!);
    ana.undo.undo();
    suggest(acts['typing']!);
    const [part, ...others] = partsOf(text, ana.layer);
    expect(others).toEqual([]);
    expect(part).toMatchObject({ kind: 'characters', pieces: [{ kind: 'inserted', text: ' and a half' }] });
    takeIn(text, ana.layer, 60);
    expect(words(text)).toEqual(['One and a half two three', ...lines.slice(1)]);
  });

  it('LAY-2 are read alike alone and beside a layer that begins a paragraph again', () => {
    suggest((edit, at) => edit.split(at(0), 4, {}));
    const { deed } = takeIn(text, ana.layer, 60)!;
    const ben = new Suggester(51, text);
    ben.edit((edit) => edit.insert(on(ben, 1), 0, { text: 'and ' }));
    const back = undo(text, deed, 61)!;
    const layers = [ben.layer, again(text, () => back.deed, 62)];
    const alone = partsOf(text, ben.layer);
    expect(inShort(alone)).toEqual([['open', 'and ', '', '']]);
    expect(allPartsOf(text, layers).get(51)).toEqual(alone);
  });

  it('LAY-4 are void where what they replace is gone, and changed where some of it is', () => {
    suggest(acts['another word']!);
    base.edit((edit) => edit.delete(on(base, 1), 0, 2));
    expect(stateOf(partsOf(text, ana.layer))).toBe('changed');
    base.edit((edit) => edit.delete(on(base, 1), 0, 2));
    expect(stateOf(partsOf(text, ana.layer))).toBe('void');
    expect(takeIn(text, ana.layer, 60)).toBeNull();
    expect(words(text)[1]).toBe(' five six');
  });

  it('LAY-4 are void in a paragraph that is deleted; the others of the layer are taken in', () => {
    suggest(acts['typing']!);
    suggest((edit, at) => edit.insert(at(2), 5, { text: ' or' }));
    base.edit((edit) => edit.remove(on(base, 0)));
    expect(partsOf(text, ana.layer).map(({ state }) => state)).toEqual(['void', 'open']);
    takeIn(text, ana.layer, 60);
    expect(words(text)).toEqual([lines[1], 'Seven or eight']);
  });

  it('LAY-4 do not bring back words that somebody else deleted, whatever the layer undid', () => {
    suggest(acts['deleting']!);
    ana.undo.undo();
    suggest(acts['typing']!);
    base.edit((edit) => edit.delete(on(base, 1), 4, 9));
    takeIn(text, ana.layer, 60);
    expect(words(text)).toEqual(['One and a half two three', 'Four six', lines[2]]);
  });

  it('LAY-5 what others typed into words that a layer deletes stays', () => {
    suggest((edit, at) => edit.delete(at(1), 0, 9));
    base.edit((edit) => edit.insert(on(base, 1), 4, { text: ' or more' }));
    takeIn(text, ana.layer, 60);
    expect(words(text)[1]).toBe(' or more six');
  });

  it('LAY-6 what is taken in is the newest, whatever was said since it was written', () => {
    suggest(acts['a kind']!);
    base.edit((edit) => edit.setAttribute(on(base, 0).id, 'kind', 'bullets'));
    const big = new Suggester(4_000_000_000, text);
    big.edit((edit) => edit.setAttribute(on(big, 0).id, 'kind', 'numbers'));
    base.edit((edit) => edit.setAttribute(on(base, 0).id, 'kind', 'quote'));
    for (const [layer, kind] of [
      [ana.layer, 'heading'],
      [big.layer, 'numbers'],
    ] as const) {
      takeIn(text, layer, 60 + layer.client);
      expect(page(text)[0]!.said['kind']).toBe(kind);
    }
  });
});
