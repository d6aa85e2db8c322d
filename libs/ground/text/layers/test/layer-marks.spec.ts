import type * as Y from 'yjs';
import { FlatText } from '../../flat-text.js';
import type { PageParagraph } from '../../page-paragraph.js';
import { firstUpdate } from '../../rich-text.js';
import type { TextEdit } from '../../text-edit.js';
import { rules } from '../../test/rules.js';
import { Writer } from '../../test/writer.js';
import { LayerMarksReader, type LayerMarks } from '../layer-marks.js';
import { attributes, Suggester } from './suggester.js';

let base: Writer;
let text: Y.Doc;
let ana: Suggester;

beforeEach(() => {
  const lines = ['One two three', 'Four five six', 'Seven eight'];
  base = new Writer(
    2,
    firstUpdate(
      lines.map((line) => ({ attributes: {}, content: [{ text: line }] })),
      rules,
      1,
    ),
  );
  text = base.doc;
  ana = new Suggester(50, text);
});

const suggest = (act: (edit: TextEdit, at: (index: number) => PageParagraph) => unknown) =>
  ana.edit((edit) => act(edit, (index) => ana.text.page[index]!));
const reader = () => new LayerMarksReader(new FlatText(text), ana.text, 50, attributes);
const nothing: LayerMarks = {
  ...{ inserted: [], deleted: [], formatted: [], joined: [], attributes: [] },
  ...{ isNew: false, isMoved: false },
};
/** What is marked in each paragraph of the copy, those left out in which nothing is. */
const marks = () =>
  Object.fromEntries(
    ana.text.page.flatMap((paragraph, index) => {
      const found = Object.entries(reader().marksIn(paragraph)).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(nothing[name as keyof LayerMarks]),
      );
      return found.length > 0 ? [[index, Object.fromEntries(found)]] : [];
    }),
  );

describe('what a layer does to a paragraph of its copy', () => {
  it('LAY-2 is nothing where nothing was written', () => expect(marks()).toEqual({}));

  it('LAY-2 is what comes, in one piece however it was typed', () => {
    for (const [at, sign] of [...'half'].entries())
      suggest((edit, p) => edit.insert(p(0), 3 + at, { text: sign }));
    expect(marks()).toEqual({ 0: { inserted: [{ from: 3, to: 7 }] } });
  });

  it('LAY-2 is what goes, where it stood', () => {
    suggest((edit, at) => edit.delete(at(1), 4, 9));
    expect(marks()).toEqual({ 1: { deleted: [{ at: 4, text: ' five' }] } });
  });

  it('LAY-2 is both where words make way for others', () => {
    suggest((edit, at) => {
      edit.delete(at(1), 0, 4);
      edit.insert(at(1), 0, { text: 'Many' });
    });
    expect(marks()).toEqual({ 1: { inserted: [{ from: 0, to: 4 }], deleted: [{ at: 4, text: 'Four' }] } });
  });

  it('LAY-2 is nothing any more when it was undone', () => {
    suggest((edit, at) => edit.delete(at(1), 4, 9));
    suggest((edit, at) => edit.insert(at(2), 0, { text: 'Six, ' }));
    ana.undo.undo();
    ana.undo.undo();
    expect(marks()).toEqual({});
    suggest((edit, at) => edit.delete(at(1), 5, 6));
    expect(marks()).toEqual({ 1: { deleted: [{ at: 5, text: 'f' }] } });
  });

  it('LAY-2 is a new paragraph, and one that begins within another', () => {
    suggest((edit, at) => edit.insert(edit.insertParagraph(at(0), {}), 0, { text: 'New' }));
    expect(marks()).toEqual({ 1: { isNew: true, inserted: [{ from: 0, to: 3 }] } });
    suggest((edit, at) => edit.split(at(2), 5, {}));
    expect(marks()).toMatchObject({ 3: { isNew: true } });
  });

  it('LAY-2 is one that continues another, has moved, or is said to be something else', () => {
    suggest((edit, at) => edit.join(at(1), at(0)));
    suggest((edit, at) => edit.setAttribute(at(0).id, 'kind', 'heading'));
    suggest((edit, at) => edit.move(at(1), null));
    expect(marks()).toEqual({ 0: { isMoved: true }, 1: { joined: [13], attributes: ['kind'] } });
  });

  it('LAY-2 is words that are otherwise formatted', () => {
    suggest((edit, at) => edit.format(at(0), 4, 7, 'bold', true));
    expect(marks()).toEqual({ 0: { formatted: [{ from: 4, to: 7 }] } });
  });

  it('LAY-2 names paragraphs that are not there any more, and behind which they stood', () => {
    const ids = ana.text.page.map(({ id }) => id);
    suggest((edit, at) => edit.remove(at(1)));
    expect(reader().removed()).toEqual([{ id: ids[1], behind: ids[0], text: 'Four five six' }]);
  });

  it('LAY-4 says nothing of what others deleted, or wrote', () => {
    suggest((edit, at) => edit.delete(at(1), 0, 9));
    base.edit((edit) => edit.delete(base.text.page[1]!, 0, 5));
    base.edit((edit) => edit.insert(base.text.page[0]!, 0, { text: 'Well: ' }));
    base.out.splice(0).forEach((update) => ana.receive(update));
    expect(marks()).toEqual({ 1: { deleted: [{ at: 0, text: 'five' }] } });
  });
});
