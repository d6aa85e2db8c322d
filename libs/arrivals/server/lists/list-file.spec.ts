import { guessMapping, importLimits } from '@plenary/arrivals/domain';
import { readListFile } from './list-file.js';

const read = (text: string | Buffer) => readListFile(Buffer.from(text as string), {});
const mappingOf = (text: string | Buffer) => {
  const { heads, lines } = read(text);
  return guessMapping(
    heads,
    lines.map(({ cells }) => cells),
  );
};

describe('a list as spreadsheets save it', () => {
  it('ORG-13 has its heads below `sep=` and below titles, and its lines counted as the spreadsheet counts', () => {
    const excel =
      'sep=;\r\n"Organización";"País";"Región";"Sector"\r\n"Agua Viva";"España";"Europa";"Mujeres"\r\n';
    expect(read(excel)).toMatchObject({ separator: ';', headLine: 1, lines: [{ line: 2 }] });
    expect(Object.keys(mappingOf(excel))).toHaveLength(4);
    const titled =
      'Members of the Coalition,,\r\nAs of June 2026,,\r\n,,\r\nOrganisation,Country,Website\r\nA,Kenya,\r\n';
    expect(read(titled)).toMatchObject({ headLine: 4, lines: [{ line: 5, cells: ['A', 'Kenya', ''] }] });
  });

  it('ORG-13 counts a cell with line ends as one row, and empty rows as rows', () => {
    const text = 'Organisation,Country\r\n"Agua\nViva\ndel Sur",Spain\r\n\r\nRio Claro,Spain\r\n';
    expect(read(text).lines.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('ORG-13 may end its lines in several ways', () => {
    expect(read('Organisation,Country\nA,CO\r\nB,KE\rC,MA\n').lines.map(({ cells }) => cells)).toEqual([
      ['A', 'CO'],
      ['B', 'KE'],
      ['C', 'MA'],
    ]);
  });

  it('ORG-13 may have quotation marks within its cells', () => {
    const { lines } = read('Organisation,Country\nRed "Abierta" del Sur,CO\n"Said ""so""",KE\n');
    expect(lines.map(({ cells }) => cells[0])).toEqual(['Red "Abierta" del Sur', 'Said "so"']);
  });

  it('ORG-13 parts its cells by what parts all lines, not by what stands in a title', () => {
    const text = 'Members, friends, allies, and others\nOrganisation;Country\nA, B and C;CO\nD;KE\n';
    expect(read(text)).toMatchObject({ separator: ';', headLine: 2 });
  });

  it.each([
    ['windows-1252', Buffer.from('Organisation;Région\nFédération d’été;États arabes\n', 'latin1')],
    ['macintosh', Buffer.from([...Buffer.from('Organisation;Pays\nF'), 0x8e, 0x64, 0x8e, 0x72, 0x3b, 0x46])],
    // المنظمة;البلد, and a name.
    [
      'windows-1256',
      Buffer.from([
        ...[0xc7, 0xe1, 0xe3, 0xe4, 0xd9, 0xe3, 0xc9, 0x3b, 0xc7, 0xe1, 0xc8, 0xe1, 0xcf, 0x0a],
        ...[0xc3, 0xd1, 0xd2, 0x3b, 0xca, 0xe6, 0xe4, 0xd3, 0x0a],
      ]),
    ],
  ])('ORG-13 is recognised as %s', (encoding, bytes) => {
    expect(read(bytes).encoding).toBe(encoding);
    if (encoding === 'windows-1256') expect(mappingOf(bytes)).toEqual({ organisation: 0, country: 1 });
  });

  it('ORG-13 may hold books in columns that are left out, and as many lines as a coalition has', () => {
    expect(read(`Organisation,Mission\nA,${'long '.repeat(20_000)}\n`).lines).toHaveLength(1);
    const many = `Organisation,Country\n${'A,CO\n'.repeat(importLimits.rows)}`;
    expect(read(many).lines).toHaveLength(importLimits.rows);
    expect(() => read(`${many}B,KE\n`)).toThrow('import.too-large');
  });
});
