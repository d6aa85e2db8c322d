import { representativeRoles } from '@plenary/organisations/domain';
import { guessMapping } from './import-columns.js';
import { readLines, type ImportLine, type ImportWords } from './read-lines.js';

const heads = ['Organización', 'País', 'Nombre', 'Correo electrónico', 'Rol', 'Region'];
const mapping = guessMapping(heads);
const words: ImportWords = {
  isEmail: (email) => email.includes('@'),
  language: () => null,
  constituency: () => null,
  role: (said) => representativeRoles.find((role) => role === said.toLowerCase()) ?? null,
  country: (said) => (['colombia', 'co'].includes(said.toLowerCase()) ? 'CO' : null),
  region: (said) => (said === 'mars' ? null : said),
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
    [
      ['Organisation type', 'Name', 'Country', 'E-mail'],
      { constituency: 0, organisation: 1, country: 2, contact: 3 },
    ],
    [['Name/Nombre/Nom', 'Country'], { organisation: 0, country: 1 }],
    [['Full name', 'E-mail'], { person: 0, email: 1 }],
    [
      ['Nom', 'Prénom', 'Organisation', 'E-mail', 'Pays', 'Région', 'Sector'],
      { familyName: 0, givenName: 1, organisation: 2, email: 3, country: 4, region: 5, constituency: 6 },
    ],
    [['Nombre', 'Apellidos', 'Entidad'], { givenName: 0, familyName: 1, organisation: 2 }],
    [['Vorname', 'Name', 'Verein', 'Land'], { givenName: 0, familyName: 1, organisation: 2, country: 3 }],
    [['Nome', 'Cognome', 'Ente', 'Paese'], { givenName: 0, familyName: 1, organisation: 2, country: 3 }],
    [['Nome da organização', 'País', 'Região'], { organisation: 0, country: 1, region: 2 }],
    [['Nom', 'Adresse', 'Courriel'], { organisation: 0, contact: 2 }],
    [['Name', 'E-mail', 'Gender'], { person: 0, email: 1 }],
    [['Name', 'E-mail', 'Role'], { person: 0, email: 1, role: 2 }],
  ])('ORG-13 reads the heads %j', (some, expected) => {
    expect(guessMapping(some)).toEqual(expected);
  });

  it.each([
    ['people', [['Fatou Diallo', 'fatou.diallo@mail.example']], { person: 0, email: 1 }],
    ['organisations', [['Agua Viva', 'info@aguaviva.example']], { organisation: 0, contact: 1 }],
  ])('ORG-13 tells by the addresses that it is a list of %s', (_, lines, expected) => {
    expect(guessMapping(['Name', 'E-mail'], lines)).toEqual(expected);
  });

  it('ORG-13 knows a column of addresses under any head', () => {
    expect(guessMapping(['Organisation', 'Wohin'], [['A', 'a@a.example']])).toEqual({
      ...{ organisation: 0, contact: 1 },
    });
  });

  it('ORG-13 puts given and family names together, and reads several people and addresses in one cell', () => {
    const lists = { organisation: 0, givenName: 1, familyName: 2, email: 3, contact: 4 };
    const names = ['A', 'Fatou', 'Diallo', 'Fatou <f@a.example>; home@a.example'];
    const cells = [...names, 'mailto:a@a.example, b@a.example'];
    const { people, organisations, problems } = readLines([{ line: 2, cells }], lists, words);
    expect(problems).toEqual([]);
    expect(people).toMatchObject([{ displayName: 'Fatou Diallo', email: 'f@a.example' }]);
    expect(organisations).toMatchObject([{ contact: 'a@a.example' }]);
    const two = { line: 3, cells: ['A', 'Ana; Luz', 'ana@a.example; luz@a.example'] };
    const both = readLines([two], { organisation: 0, person: 1, email: 2 }, words);
    expect(both.people.map(({ displayName, email }) => [displayName, email])).toEqual([
      ['Ana', 'ana@a.example'],
      ['Luz', 'luz@a.example'],
    ]);
  });

  it('ORG-13 minds how long a text is only where it is read', () => {
    const cells = ['A', 'x'.repeat(9_000)];
    expect(readLines([{ line: 2, cells }], { organisation: 0 }, words).problems).toEqual([]);
    expect(readLines([{ line: 2, cells }], { organisation: 1 }, words).problems).toMatchObject([
      { problem: 'too-long' },
    ]);
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

  it('ORG-13 accents in a name are asked about, capitals and spaces are not', () => {
    const lines = [
      { line: 2, cells: ['Río Abierto', 'CO'] },
      { line: 3, cells: ['RÍO  abierto', 'CO'] },
      { line: 4, cells: ['rio abierto', 'CO'] },
    ];
    const { problems, questions } = readLines(lines, mapping, words);
    expect(problems).toMatchObject([{ line: 4, field: 'organisation', problem: 'asked' }]);
    expect(questions).toMatchObject([
      { kind: 'name', lines: [4], before: 'Río Abierto', said: 'rio abierto' },
    ]);
    const answers = { [questions[0]!.id]: 'out' as const };
    expect(readLines(lines, mapping, words, { answers }).organisations).toMatchObject([{ lines: [2, 3] }]);
  });

  it('ORG-13 two people with one address are asked about, one person in two spellings is not', () => {
    const lines = (first: string, second: string) => [
      { line: 2, cells: ['Río Abierto', 'Colombia', first, 'box@example.org', '', ''] },
      { line: 3, cells: ['Puente', 'Colombia', second, 'box@example.org', '', ''] },
    ];
    const asked = (first: string, second: string) =>
      readLines(lines(first, second), guessMapping(heads), words).questions;
    expect(asked('Ana Núñez', 'Luz Soto')).toMatchObject([
      { kind: 'address', lines: [3], before: 'Ana Núñez', said: 'Luz Soto', address: 'box@example.org' },
    ]);
    expect(asked('Ana Núñez', 'NUNEZ, Ana')).toEqual([]);
    expect(asked('Ana María Núñez', 'Ana Núñez')).toEqual([]);
  });

  it('ORG-13 lines of one organisation are one, however its name is spaced', () => {
    const { organisations, people, problems } = read(
      ['Río Abierto', 'Colombia', 'Ana', 'Ana@example.org', 'focal_point', 'europe'],
      ['río  abierto', '', 'Luz', 'luz@example.org', '', ''],
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
      '3 role unknown-role',
      '3 email wrong-email',
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
