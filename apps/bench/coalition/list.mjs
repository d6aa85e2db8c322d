/** A coalition of any size as a spreadsheet, always the same: what coordinators import. */
const given =
  'Amina Bruno Chidi Dalia Elena Farid Grace Hassan Inés Jonas Karim Leila Marta Nadia Omar Priya'.split(' ');
const family =
  'Adeyemi Benali Castillo Diallo Eriksen Fofana García Haddad Ibáñez Jensen Kamau Lindqvist Marín Nkosi Okafor Pérez Quispe Rahman Salazar Traoré'.split(
    ' ',
  );
const kinds = ['Network', 'Union', 'Centre', 'Alliance', 'Foundation', 'Council', 'Collective', 'Forum'];
const causes = ['of Migrant Women', 'for Safe Passage', 'of Seafarers', 'of Returnees', 'for Open Borders'];
const places = [
  ['CO', 'latin-america-caribbean', 'es, en'],
  ['FR', 'europe', 'fr, en'],
  ['TN', 'arab-states', 'ar, fr'],
  ['KE', 'africa', 'en, sw'],
  ['MA', 'africa', 'ar, fr, es'],
  ['PH', 'asia', 'en, tl'],
  ['CA', 'north-america', 'en, fr'],
  ['NZ', 'pacific', 'en'],
];
const constituencies = [
  'migrant-led',
  'diaspora',
  'faith-based',
  'trade-union',
  'women',
  'youth',
  'academia',
];
const of = (words, place) => words[place % words.length];

export const addressOf = (person) => `p${person}@people.example`;

/**
 * Lines of one organisation each: a fifth more of them than people, since some act for two. The first organisation
 * is a large one, with a twentieth of all people.
 */
export function listOf({ people, organisations }) {
  const heads = ['Organisation', 'Acronym', 'Country', 'Region', 'Constituency', 'Languages'];
  const rows = [[...heads, 'Name', 'E-mail', 'Role', 'Language']];
  const met = new Set();
  const large = people / 20;
  const lines = people * 1.2;
  for (let line = 0; line < lines; line++) {
    const person = line % people;
    // The second time round everybody stands one organisation further on.
    const second = line >= people ? 1 : 0;
    const organisation = person < large && !second ? 0 : 1 + ((person + second) % (organisations - 1));
    const [country, region, languages] = of(places, organisation);
    const number = String(organisation).padStart(4, '0');
    const isFirst = !met.has(organisation);
    met.add(organisation);
    rows.push([
      `${of(kinds, organisation)} ${of(causes, Math.floor(organisation / 8))} ${number}`,
      ...[`${of(kinds, organisation)[0]}${number}`, country, region, of(constituencies, organisation)],
      ...[languages, `${of(given, person)} ${of(family, Math.floor(person / 16))} ${person}`],
      ...[addressOf(person), isFirst ? 'focal_point' : of(['representative', 'member'], line)],
      of(['en', 'es', 'fr', 'ar'], person),
    ]);
  }
  return rows;
}

/** No cell holds a quotation mark. */
export const csvOf = (rows) => rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n');
