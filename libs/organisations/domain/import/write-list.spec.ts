import { csvCell, csvText } from './write-list.js';

describe('writing a list', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('ORG-15 %j is text and no formula', (cell) => {
    expect(csvCell(cell).replace(/^"/, '')).toMatch(/^'/);
  });

  it('quotes what would break a line or a cell', () => {
    expect(csvText([['a', 'b "c"', 'd,e', 'f\ng']])).toBe('\uFEFFa,"b ""c""","d,e","f\ng"\r\n');
  });
});
