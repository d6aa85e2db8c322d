import { statementSchema } from './statement.schema.js';

describe('the schema of a statement', () => {
  const attributes = statementSchema.nodes.paragraph.attributes;

  it('STM-12 an id is short and may stand in an address', () => {
    expect(['a', 'y12.7', 'A_b-c', 'x'.repeat(40)].every(attributes.id)).toBe(true);
    expect(['', 'x'.repeat(41), 'a b', '"><script>', 'ä', 7, null].some(attributes.id)).toBe(false);
  });

  it('STM-12 kind, style, level and indent are of the lists and ranges, and numbers are whole', () => {
    expect(attributes.kind('operative') && attributes.style('quote')).toBe(true);
    expect(attributes.kind('Operative') || attributes.style('table')).toBe(false);
    expect([1, 2, 3].every(attributes.level) && [0, 4].every(attributes.indent)).toBe(true);
    expect([0, 4, 1.5, '1', NaN].some(attributes.level)).toBe(false);
    expect([-1, 5, Infinity, true].some(attributes.indent)).toBe(false);
  });

  it('STM-13 a link mark has a safe address and nothing else; bold and italic have nothing', () => {
    const { link, bold, italic } = statementSchema.marks;
    expect(Object.keys(link)).toEqual(['href']);
    expect(link.href('https://example.org')).toBe(true);
    expect(link.href('javascript:alert(1)')).toBe(false);
    expect([bold, italic]).toEqual([{}, {}]);
  });

  it('STM-12 footnotes are bounded', () => {
    const { text } = statementSchema.nodes.footnote.attributes;
    expect(text('x'.repeat(2_000))).toBe(true);
    expect(text('x'.repeat(2_001))).toBe(false);
  });
});
