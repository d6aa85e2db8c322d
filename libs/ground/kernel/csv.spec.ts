import fc from 'fast-check';
import { asItWasSaid, csvCell, csvText, withoutFormulas } from './csv.js';

describe('writing a list', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx', '＝1+1', '"=1+1"'])(
    'ORG-15 %j is text and no formula',
    (cell) => {
      expect(csvCell(cell).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('quotes what would break a line or a cell', () => {
    expect(csvText([['a', 'b "c"', 'd,e', 'f\ng']])).toBe('\uFEFFa,"b ""c""","d,e","f\ng"\r\n');
  });

  /** As a program reads it that parts cells by `separator` and knows nothing of quotation marks. */
  const cellsOf = (text: string, separator: string): string[] =>
    text
      .split('\uFEFF')
      .join('')
      .split('\r\n')
      .flatMap((line) => line.split(separator));

  it.each([';', '\t', '|', ','])(
    'ORG-15 a list holds no formula where it is opened with %j between the cells',
    (separator) => {
      const rows = [
        ['organisation', 'person'],
        ['Sea Bridge', 'x;=1+cmd|calc!A0;y'],
        ['Sea Bridge', 'x|@SUM(A1)|y', 'a\t+1', 'b,-1', 'c;"=1+1"', "d;'=2"],
      ];
      const bare = cellsOf(csvText(rows), separator).map((cell) => cell.replace(/^"+/, ''));
      expect(bare.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    },
  );

  const signs = fc.string({ unit: fc.constantFrom(...'\'=+-@;,|\t\r\n" a＝') });

  it('ORG-15 whatever was made text says afterwards what it said', () => {
    fc.assert(fc.property(signs, (said) => asItWasSaid(withoutFormulas(said)) === said));
  });

  it('ORG-15 made text, nothing in it begins like a formula', () => {
    fc.assert(
      fc.property(signs, (said) =>
        withoutFormulas(said)
          .split(/[;,|\n]/)
          .every((part) => !/^"*[=+\-@\t\r＝]/.test(part)),
      ),
    );
  });
});
