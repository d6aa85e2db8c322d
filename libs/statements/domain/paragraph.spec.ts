import * as Y from 'yjs';
import { closedFormats, FlatText, lineBreak, TextEdit, type PageParagraph } from '@plenary/ground/text';
import { readParagraphs } from './paragraph.js';
import { plainTextOf } from './plain-text.js';
import { statementFromParagraphs } from './statement-from-paragraphs.js';
import { statementRules } from './statement.schema.js';
import { countWords, wordCountOf } from './word-count.js';

function textOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

function edit(doc: Y.Doc, act: (edit: TextEdit, page: readonly PageParagraph[]) => void): void {
  const text = new FlatText(doc);
  doc.transact((transaction) =>
    act(new TextEdit(text, transaction, closedFormats(statementRules)), text.page),
  );
}

describe('the text of a statement', () => {
  const update = statementFromParagraphs(
    [
      { text: 'Our call', style: 'heading' },
      { text: 'Recalling the Compact,', kind: 'preambular' },
      { text: 'Calls upon States', kind: 'operative' },
      { text: 'to protect', style: 'numbered' },
      { text: 'to listen', style: 'numbered' },
    ],
    9,
  );

  it('STM-12 begins under the one client id that was given, with unique ids', () => {
    const doc = textOf(update);
    expect([...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()]).toEqual([9]);
    const ids = readParagraphs(doc).map((each) => each.id);
    expect(new Set(ids).size).toBe(5);
    expect(ids.every((id) => /^y9\.\d+$/.test(id))).toBe(true);
    expect(ids).toEqual(readParagraphs(textOf(update)).map((each) => each.id));
  });

  it('STM-12 a statement begun without words has one empty paragraph', () => {
    const doc = textOf(statementFromParagraphs([], 9));
    expect(readParagraphs(doc)).toMatchObject([{ kind: 'plain', style: 'text', text: '', footnotes: [] }]);
  });

  it('STM-14 reads characters without formats, breaks as lines and footnotes apart', () => {
    const doc = textOf(update);
    edit(doc, (editing, page) => {
      const paragraph = page[1]!;
      editing.format(paragraph, 0, 9, 'bold', true);
      editing.insert(paragraph, paragraph.length, { text: `${lineBreak}and hoping,` });
      const note = { embed: 'footnote', values: { text: 'A/RES/73/195' } };
      editing.insert(paragraph, paragraph.length, note);
    });
    const [, read] = readParagraphs(doc);
    expect(read).toMatchObject({
      kind: 'preambular',
      text: 'Recalling the Compact,\nand hoping,',
      footnotes: ['A/RES/73/195'],
    });
    expect(wordCountOf(readParagraphs(doc))).toBe(2 + 5 + 3 + 2 + 2);
    expect(plainTextOf('Forum', readParagraphs(doc))).toBe(
      [
        'Forum',
        '',
        '# Our call',
        '',
        'PP1  Recalling the Compact,\nand hoping,[1]',
        '',
        'OP1  Calls upon States',
        '',
        '1. to protect',
        '2. to listen',
        '',
        '[1] A/RES/73/195',
        '',
      ].join('\n'),
    );
  });

  it('STM-11 plain text counts from where a list begins, and goes on after what belongs to an item', () => {
    const doc = textOf(
      statementFromParagraphs(
        [
          { text: 'to protect', style: 'numbered', start: 4 },
          { text: 'at sea and on land', indent: 1 },
          { text: 'to listen', style: 'numbered' },
          { text: 'Done' },
        ],
        9,
      ),
    );
    const lines = plainTextOf('Forum', readParagraphs(doc)).split('\n');
    expect(lines).toEqual(expect.arrayContaining(['4. to protect', '5. to listen', '¶1  Done']));
    expect(lines.some((line) => line.trim() === 'at sea and on land')).toBe(true);
  });

  it('STM-12 which way a paragraph runs is said beside its characters, and can be changed', () => {
    const doc = textOf(statementFromParagraphs([{ text: 'حقوق', direction: 'rtl' }, { text: 'rights' }], 9));
    expect(readParagraphs(doc).map((each) => each.direction)).toEqual(['rtl', 'auto']);
    edit(doc, (editing, page) => editing.setAttribute(page[1]!.id, 'direction', 'ltr'));
    expect(readParagraphs(doc).map((each) => each.direction)).toEqual(['rtl', 'ltr']);
  });

  it('STM-14 reading writes nothing, whatever is in the text', () => {
    const doc = textOf(update);
    edit(doc, (editing, page) => {
      const strange = editing.insertParagraph(null, { level: 'many', style: 'marquee' });
      editing.insert(strange, 0, { embed: 'marquee', values: { text: 'round and round' } });
      editing.setAttribute(page[0]!.id, 'constructor', 'many');
      editing.setAttribute('y7.7', 'style', 'quote');
    });
    const before = Y.encodeStateAsUpdate(doc);
    expect(readParagraphs(doc)[0]).toMatchObject({ style: 'text', level: 1, text: '' });
    expect(readParagraphs(doc)).toHaveLength(6);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  it.each([
    ['rights-based', 1],
    ['we don’t know', 3],
    ['in 2026, 1,000 people', 4],
    ['— … !', 0],
    ['حقوق المهاجرين هي حقوق الإنسان', 5],
    ['naïve', 1],
    ['移民权利', 2],
  ])('STM-14 %s has %i words', (text, words) => expect(countWords(text)).toBe(words));
});
