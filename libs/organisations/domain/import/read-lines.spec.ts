import { guessMapping } from './import-columns.js';
import { plainWords, readLines, type ImportLine } from './read-lines.js';

const heads = ['Organización', 'País', 'Nombre', 'Correo electrónico', 'Rol', 'Region'];
const mapping = guessMapping(heads);
const words = {
  ...plainWords((email) => email.includes('@')),
  countries: new Map([
    ['colombia', 'CO'],
    ['co', 'CO'],
  ]),
};
const read = (...rows: string[][]) =>
  readLines(
    rows.map((cells, place): ImportLine => ({ line: place + 2, cells })),
    mapping,
    words,
  );

describe('reading a list', () => {
  it('ORG-13 knows columns by their heads in the languages of the interface', () => {
    expect(mapping).toEqual({ organisation: 0, country: 1, person: 2, email: 3, role: 4, region: 5 });
    expect(guessMapping(['المنظمة', 'البريد الإلكتروني'])).toEqual({ organisation: 0, email: 1 });
    expect(guessMapping(['?', 'Name of Organisation', 'Full name'])).toEqual({ organisation: 1, person: 2 });
  });

  it.each([
    [['Colectivo', 'Nombre', 'Correo'], { organisation: 0, person: 1, email: 2 }],
    [['Nombre', 'Organización miembro', 'País'], { organisation: 1, person: 0, country: 2 }],
    [['Organización que representa', 'Nom', 'Pays'], { organisation: 0, person: 1, country: 2 }],
    [['Organización / Organization', 'País / Country'], { organisation: 0, country: 1 }],
    [['Organisation type', 'Name', 'Country', 'E-mail'], { organisation: 1, country: 2, contact: 3 }],
    [['Name/Nombre/Nom', 'Country'], { organisation: 0, country: 1 }],
    [['Full name', 'E-mail'], { person: 0, email: 1 }],
  ])('ORG-13 reads the heads %j', (some, expected) => {
    expect(guessMapping(some)).toEqual(expected);
  });

  it('ORG-13 misses the column of organisations once, and shows what is wrong as it stands in the file', () => {
    expect(readLines([{ line: 2, cells: ['A'] }], { country: 0 }, words).problems).toEqual([
      { line: 1, field: 'organisation', problem: 'no-column', value: '' },
    ]);
    const { problems } = read(
      ['A', 'Colombia', 'Bo', 'Bo@Example.org', '', ''],
      ['A', 'Colombia', 'Bo', ' Bo@Example.ORG', '', ''],
      ['A', ' Atlantis ', '', '', '', ''],
    );
    expect(problems.map(({ problem, value }) => `${problem} ${value}`)).toEqual([
      'twice Bo@Example.ORG',
      'unknown-country Atlantis',
    ]);
  });

  it('ORG-13 lines of one organisation are one, however its name is spaced and accented', () => {
    const { organisations, people, problems } = read(
      ['Río Abierto', 'Colombia', 'Ana', 'Ana@example.org', 'focal_point', 'europe'],
      ['rio  abierto', '', 'Luz', 'luz@example.org', '', ''],
      ['', '', '', '', '', ''],
    );
    expect(problems).toEqual([]);
    expect(organisations).toMatchObject([{ name: 'Río Abierto', country: 'CO', region: 'europe' }]);
    expect(people).toMatchObject([
      { email: 'ana@example.org', role: 'focal_point' },
      { email: 'luz@example.org', role: 'representative' },
    ]);
  });

  it('ORG-13 names every problem by line and column', () => {
    const { problems } = read(
      ['', 'Colombia', 'Ana', 'ana@example.org', '', ''],
      ['A', 'Atlantis', 'Ana', 'no address', 'king', 'mars'],
      ['B', 'CO', 'Ana', '', '', ''],
      ['B', 'CO', '', 'x@example.org', '', 'africa'],
      ['B', 'CO', 'Bo', 'bo@example.org', '', 'asia'],
      ['B', 'CO', 'Bo', 'bo@example.org', '', ''],
    );
    expect(problems.map(({ line, field, problem }) => `${line} ${field} ${problem}`)).toEqual([
      '2 organisation needed',
      '3 country unknown-country',
      '3 region unknown-region',
      '3 email wrong-email',
      '3 role unknown-role',
      '4 email needed',
      '5 person needed',
      '6 region differs',
      '7 email twice',
    ]);
  });

  it('one person may act for two organisations', () => {
    const { people, problems } = read(
      ['A', 'CO', 'Ana', 'ana@example.org', '', ''],
      ['B', 'CO', 'Ana', 'ana@example.org', '', ''],
    );
    expect([people.length, problems.length]).toEqual([2, 0]);
  });
});
