import * as Y from 'yjs';
import { bodyOf, readParagraphs } from './paragraph.js';
import { plainTextOf } from './plain-text.js';
import { paragraphsFromPlainText, statementFromParagraphs } from './statement-from-paragraphs.js';
import { countWords, wordCountOf } from './word-count.js';

function textOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
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
    const ids = readParagraphs(bodyOf(doc)).map((each) => each.id);
    expect(new Set(ids).size).toBe(5);
    expect(ids.every((id) => /^y9\.\d+$/.test(id))).toBe(true);
    expect(ids).toEqual(readParagraphs(bodyOf(textOf(update))).map((each) => each.id));
  });

  it('STM-14 reads letters without marks, breaks as lines and footnotes apart', () => {
    const doc = textOf(update);
    const paragraph = bodyOf(doc).get(1) as Y.XmlElement;
    (paragraph.get(0) as Y.XmlText).format(0, 9, { bold: {} });
    const note = new Y.XmlElement('footnote');
    note.setAttribute('text', 'A/RES/73/195');
    paragraph.insert(1, [new Y.XmlElement('hardBreak'), new Y.XmlText('and hoping,'), note]);
    const [, read] = readParagraphs(bodyOf(doc));
    expect(read).toMatchObject({
      kind: 'preambular',
      text: 'Recalling the Compact,\nand hoping,',
      footnotes: ['A/RES/73/195'],
    });
    expect(wordCountOf(readParagraphs(bodyOf(doc)))).toBe(2 + 5 + 3 + 2 + 2);
    expect(plainTextOf('Forum', readParagraphs(bodyOf(doc)))).toBe(
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

  it('STM-14 reading writes nothing, whatever is in the text', () => {
    const doc = textOf(update);
    const strange = new Y.XmlElement('paragraph');
    strange.setAttribute('level', 'many');
    bodyOf(doc).insert(0, [new Y.XmlElement('marquee'), strange]);
    const before = Y.encodeStateAsUpdate(doc);
    expect(readParagraphs(bodyOf(doc))[0]).toMatchObject({ id: '', style: 'text', level: 1, text: '' });
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

  it('takes plain text in, one paragraph per block of lines', () => {
    expect(paragraphsFromPlainText('One\r\ntwo\r\n\r\n \r\nThree\n')).toEqual([
      { text: 'One two' },
      { text: 'Three' },
    ]);
  });
});
