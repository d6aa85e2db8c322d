import fc from 'fast-check';
import { numberParagraphs, type NumberedParagraph } from './numbering.js';
import { paragraphKinds, paragraphStyles } from './vocabulary.js';

const paragraph = (change: Partial<NumberedParagraph> = {}): NumberedParagraph => ({
  kind: 'plain',
  style: 'text',
  indent: 0,
  start: 0,
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

  it('STM-17 cites items of lists by the paragraph that they hang on', () => {
    const cited = (...paragraphs: NumberedParagraph[]) =>
      numberParagraphs(paragraphs).map((each) => each.cited);
    const [bullet, numbered] = [paragraph({ style: 'bullet' }), paragraph({ style: 'numbered' })];
    const deeper = paragraph({ style: 'bullet', indent: 1 });
    expect(cited(paragraph(), bullet, deeper, deeper, bullet, deeper, paragraph({ indent: 1 }))).toEqual([
      '¶1',
      '¶1 (a)',
      '¶1 (a) (i)',
      '¶1 (a) (ii)',
      '¶1 (b)',
      '¶1 (b) (i)',
      null,
    ]);
    const operative = paragraph({ kind: 'operative' });
    const quote = paragraph({ style: 'quote' });
    expect(cited(operative, numbered, numbered, quote, bullet, quote, bullet, operative, bullet)).toEqual([
      'OP1',
      'OP1 (1)',
      'OP1 (2)',
      null,
      'OP1 (a)',
      null,
      'OP1 (b)',
      'OP2',
      'OP2 (a)',
    ]);
    expect(cited(bullet, paragraph(), paragraph({ style: 'heading' }), bullet)).toEqual([
      null,
      '¶1',
      null,
      null,
    ]);
    const many = cited(paragraph(), ...Array.from({ length: 28 }, () => bullet));
    expect(many.slice(-3)).toEqual(['¶1 (z)', '¶1 (aa)', '¶1 (ab)']);
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

  it('STM-11 a list begins where its item says, and goes on from there at its own depth', () => {
    const item = (indent: number, start = 0) => paragraph({ style: 'numbered', indent, start });
    expect(listNumbers(item(0, 7), item(0), item(1, 3), item(1), item(0), item(1))).toEqual([
      7, 8, 3, 4, 9, 1,
    ]);
    expect(listNumbers(item(0), item(0, 5), item(0), paragraph(), item(0))).toEqual([1, 5, 6, null, 1]);
    const bullet = paragraph({ style: 'bullet', start: 4 });
    expect(listNumbers(bullet, item(0))).toEqual([null, 1]);
  });

  it('STM-11 a text that goes on with an item has no number of its own, and ends no count', () => {
    const item = (indent: number) => paragraph({ style: 'numbered', indent });
    const more = (indent: number) => paragraph({ indent });
    const written = [paragraph(), item(0), more(1), item(0), item(1), more(2), item(1), more(1), item(0)];
    expect(listNumbers(...written)).toEqual([null, 1, null, 2, 1, null, 2, null, 3]);
    expect(labels(...written, paragraph())).toEqual(['¶1', ...Array(8).fill(null), '¶2']);
    // Of a bullet, too.
    expect(labels(paragraph({ style: 'bullet' }), more(1))).toEqual([null, null]);
  });

  it('STM-11 what goes on with a shallower item ends the deeper counts', () => {
    const item = (indent: number) => paragraph({ style: 'numbered', indent });
    expect(listNumbers(item(0), item(1), paragraph({ indent: 1 }), item(1))).toEqual([1, 1, null, 1]);
  });

  it('STM-10 a text that stands deeper where no item is before it is counted like any other', () => {
    expect(labels(paragraph({ indent: 1 }), paragraph({ indent: 3 }))).toEqual(['¶1', '¶2']);
    // Two deeper than the item: it does not go on with that one.
    expect(labels(paragraph({ style: 'numbered' }), paragraph({ indent: 2 }))).toEqual([null, '¶1']);
    expect(labels(paragraph({ style: 'numbered' }), paragraph({ style: 'quote', indent: 1 }))).toEqual([
      null,
      null,
    ]);
  });

  it('STM-10 numbers are without gaps, whatever the order', () => {
    const arbitrary = fc.array(
      fc.record({
        kind: fc.constantFrom(...paragraphKinds),
        style: fc.constantFrom(...paragraphStyles),
        indent: fc.integer({ min: 0, max: 5 }),
        start: fc.integer({ min: 0, max: 9 }),
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
