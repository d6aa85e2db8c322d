import {
  lineBreak,
  ListCounter,
  numberAt,
  writeHtml,
  writePlain,
  type Inline,
  type RichParagraph,
} from '@plenary/ground/text';
import fc from 'fast-check';
import { readHtml } from './index.js';
import { addText } from './runs.js';
import { rules } from './test/notation.js';

const word = fc.constantFrom(
  'rights', 'of', 'migrants', 'الحقوق', '<b>', '&amp;', '"x"', "l'État", '«\u00a0oui\u00a0»', 'a  b', '1.', '[1]', '^', '•', '10⁶', '🙂',
  `Geneva${lineBreak}Forum`, `one${lineBreak}${lineBreak}two`, '> said', '-', '</div>', 'C_o', 'it’s',
); // prettier-ignore
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const formats = fc
  .record({ bold: fc.boolean(), italic: fc.boolean(), link: fc.boolean() })
  .map(({ bold, italic, link }) => ({
    ...(bold ? { bold: true as const } : {}),
    ...(italic ? { italic: true as const } : {}),
    ...(link ? { link: { href: 'https://example.org/?a=1&b="2"' } } : {}),
  }));
type Piece = {
  readonly text: string;
  readonly formats: typeof formats extends fc.Arbitrary<infer T> ? T : never;
};
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.record({ text, formats }) },
  { weight: 1, arbitrary: text.map((note): Inline => ({ embed: 'footnote', values: { text: note } })) },
);

function contentOf(pieces: readonly (Piece | Inline)[]): Inline[] {
  const content: Inline[] = [];
  pieces.forEach((each, i) => {
    if ('embed' in each) content.push(each);
    else addText(content, each.text + (i < pieces.length - 1 ? ' ' : ''), each.formats ?? {});
  });
  return content;
}

const attributes = fc
  .record({
    style: fc.constantFrom('text', 'text', 'heading', 'quote', 'bullet', 'numbered', 'numbered'),
    level: fc.integer({ min: 1, max: 3 }),
    indent: fc.integer({ min: 0, max: 5 }),
    start: fc.option(fc.integer({ min: 1, max: 30 })),
    kind: fc.constantFrom(undefined, undefined, 'preambular', 'operative'),
    direction: fc.constantFrom(undefined, undefined, 'rtl', 'ltr'),
  })
  .map(({ style, level, indent, start, kind, direction }) => ({
    ...(style === 'text' ? {} : { style }),
    ...(style === 'heading' ? { level } : {}),
    ...depthOf(style, indent),
    ...(style === 'numbered' && start ? { start } : {}),
    ...(kind ? { kind } : {}),
    ...(direction ? { direction } : {}),
  }));

/** What goes on with the deepest item stands one deeper than any item. */
function depthOf(style: string, indent: number): { indent?: number } {
  const most = style === 'text' ? 5 : style === 'heading' || style === 'quote' ? 0 : 4;
  return Math.min(indent, most) > 0 ? { indent: Math.min(indent, most) } : {};
}

/** A start that counting would give anyway is not said. */
function normal(paragraphs: readonly RichParagraph[]): RichParagraph[] {
  const counter = new ListCounter();
  return paragraphs.map(({ attributes: all, content }) => {
    const { start, ...others } = all;
    const said = start !== undefined && start !== counter.next(numberAt(all['indent']));
    const paragraph = { attributes: said ? all : others, content };
    counter.number(paragraph);
    return paragraph;
  });
}

const paragraphs = fc
  .array(fc.record({ attributes, content: fc.array(piece, { minLength: 1, maxLength: 4 }).map(contentOf) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map(normal);

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('copy and paste', () => {
  it('CLIP-14 what Plenary writes it reads back as it was', () => {
    fc.assert(
      fc.property(paragraphs, (text) => {
        expect(readHtml(writeHtml(text, { notes: 'Notes' }), rules).paragraphs).toEqual(text);
      }),
      { numRuns: 400 },
    );
  });

  it('CLIP-15 plain text has every word of the text and of its notes', () => {
    fc.assert(
      fc.property(paragraphs, (text) => {
        const plain = wordsOf(writePlain(text)).sort();
        for (const { content } of text)
          for (const inline of content)
            for (const each of wordsOf('text' in inline ? inline.text : inline.values['text']!))
              expect(plain).toContain(each);
      }),
      { numRuns: 100 },
    );
  });
});
