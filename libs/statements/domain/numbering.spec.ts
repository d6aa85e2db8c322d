import fc from 'fast-check';
import { numberParagraphs, type NumberedParagraph } from './numbering.js';
import { paragraphKinds, paragraphStyles } from './vocabulary.js';

const paragraph = (change: Partial<NumberedParagraph> = {}): NumberedParagraph => ({
  kind: 'plain',
  style: 'text',
  indent: 0,
  empty: false,
  ...change,
});
const labels = (...paragraphs: NumberedParagraph[]) => numberParagraphs(paragraphs).map((each) => each.label);
const listNumbers = (...paragraphs: NumberedParagraph[]) =>
  numberParagraphs(paragraphs).map((each) => each.listNumber);

describe('numbering', () => {
  it('STM-10 counts preambular, operative and plain paragraphs each by themselves', () => {
    expect(
      labels(
        paragraph({ kind: 'preambular' }),
        paragraph({ kind: 'preambular' }),
        paragraph({ kind: 'operative' }),
        paragraph(),
        paragraph({ kind: 'operative' }),
      ),
    ).toEqual(['PP1', 'PP2', 'OP1', '¶1', 'OP2']);
  });

  it('STM-10 gives no number to headings, quotes, lists and empty paragraphs, and goes on after them', () => {
    expect(
      labels(
        paragraph({ style: 'heading' }),
        paragraph(),
        paragraph({ style: 'quote' }),
        paragraph({ empty: true }),
        paragraph({ style: 'bullet' }),
        paragraph(),
      ),
    ).toEqual([null, '¶1', null, null, null, '¶2']);
  });

  it('STM-11 counts numbered lists per depth and begins anew after what is no list', () => {
    const item = (indent: number) => paragraph({ style: 'numbered', indent });
    expect(listNumbers(item(0), item(1), item(1), item(0), item(1), paragraph(), item(0))).toEqual([
      1,
      1,
      2,
      2,
      1,
      null,
      1,
    ]);
  });

  it('STM-11 ends a numbered list with a bullet at the same depth, not with a deeper one', () => {
    const item = paragraph({ style: 'numbered' });
    const bullet = (indent: number) => paragraph({ style: 'bullet', indent });
    expect(listNumbers(item, bullet(1), item, bullet(0), item)).toEqual([1, null, 2, null, 1]);
  });

  it('STM-10 numbers are without gaps, whatever the order', () => {
    const arbitrary = fc.array(
      fc.record({
        kind: fc.constantFrom(...paragraphKinds),
        style: fc.constantFrom(...paragraphStyles),
        indent: fc.integer({ min: 0, max: 4 }),
        empty: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(arbitrary, (paragraphs) => {
        const given = numberParagraphs(paragraphs).flatMap((each) => (each.label ? [each.label] : []));
        for (const sign of ['PP', 'OP', '¶']) {
          const own = given.filter((label) => label.startsWith(sign));
          expect(own).toEqual(own.map((_, index) => `${sign}${index + 1}`));
        }
      }),
    );
  });
});
