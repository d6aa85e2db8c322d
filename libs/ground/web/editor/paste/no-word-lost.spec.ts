import { type RichParagraph } from '@plenary/ground/text';
import fc from 'fast-check';
import { readHtml, readPlain } from './index.js';
import { rules } from './test/notation.js';

const inline = [
  'span',
  'b',
  'i',
  'a',
  'sup',
  'sub',
  'font',
  'o:p',
  'label',
  'mark',
  'q',
  'code',
  'ins',
  'button',
];
const block = ['div', 'p', 'li', 'ul', 'ol', 'blockquote', 'h1', 'h4', 'pre', 'section', 'dl', 'dt', 'table', 'tr', 'td', 'th', 'details', 'form', 'center', 'article']; // prettier-ignore
const styles = ['', '', 'font-weight:bold', 'mso-list:l0 level2 lfo1', 'white-space:pre-wrap', 'vertical-align:super', 'display:block', 'mso-element:footnote', 'font:7.0pt "Times New Roman"']; // prettier-ignore
const classes = ['', 'MsoListParagraph', 'MsoNormal', 'MsoTitle', 'footnotes', 'ListContainerWrapper'];

/** Words of capitals only, so that none is an item's sign, an ending of an ordinal or a cut word. */
const word = fc
  .nat({ max: 700 })
  .map((n) => `W${[...n.toString(6)].map((digit) => 'ABCDEF'[Number(digit)]).join('')}`);
const text = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => ` ${words.join(' ')} `);

const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    text,
    fc.constantFrom(
      '<br>',
      '<hr>',
      '<br><br>',
      '&nbsp;',
      '\n',
      '<!--[if !supportLists]-->',
      '<!--[endif]-->',
      '<p>',
    ),
    fc
      .tuple(
        fc.constantFrom(...inline, ...block, ...block),
        fc.constantFrom(...styles),
        fc.constantFrom(...classes),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.nat({ max: 5 }),
      )
      .map(
        ([tag, style, name, children, n]) =>
          `<${tag} class="${name}" style='${style}' id="fn${n}" href="#fn${5 - n}">${children.join('')}</${tag}>`,
      ),
  ),
})).node;

const wordsIn = (text: string): string[] => (text.match(/\p{L}+/gu) ?? []).sort();

const wordsOf = (paragraphs: readonly RichParagraph[]): string[] =>
  wordsIn(
    paragraphs
      .flatMap(({ content }) =>
        content.map((each) => ('text' in each ? each.text : ` ${each.values['text']} `)),
      )
      .join('\n'),
  );

describe('words', () => {
  it('CLIP-1 no word of a document is lost or invented, however it is built', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (parts) => {
        // Between the two comments stands what Word says is a sign.
        const html = parts.join(' ').replace(/<!--.*?-->/g, '');
        const all = new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
        const read = readHtml(html, rules).paragraphs;
        expect(new Set(wordsOf(read))).toEqual(new Set(wordsIn(all)));
      }),
      { numRuns: 3000 },
    );
  });

  it('CLIP-1 no word of plain text is lost or invented, however its lines are set', () => {
    const start = fc.constantFrom('', '', '', '  ', '- ', '> ', '\t', '• ', '    ', '>> ');
    const end = fc.constantFrom('\n', '\n', '\r\n', '\n\n', ' \n', '\t', '.\n', '-\n', '\f');
    const line = fc.tuple(start, fc.array(word, { maxLength: 14 }), end);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const plain = lines.map(([before, words, after]) => before + words.join(' ') + after).join('');
        expect(wordsOf(readPlain(plain, rules).paragraphs)).toEqual(wordsIn(plain));
      }),
      { numRuns: 3000 },
    );
  });
});
