/** A list as a coordinator would have it in a spreadsheet: organisations with three people each. */
export function coalitionList(organisations = 200, peopleEach = 3): string[][] {
  const heads = ['Organisation', 'Acronym', 'Country', 'Region', 'Constituency', 'Languages', 'Website'];
  const rows = [[...heads, 'Name', 'E-mail', 'Role', 'Language']];
  const countries = ['Colombia', 'FR', 'Túnez', 'Kenya', 'المغرب', 'Philippines'];
  const regions = ['latin-america-caribbean', 'Europe', 'Arab States', 'África', 'africa', 'asia'];
  for (let place = 0; place < organisations; place++) {
    const number = String(place + 1).padStart(3, '0');
    const which = place % countries.length;
    for (let person = 0; person < peopleEach; person++) {
      rows.push([
        ...[`Organización ${number}`, `O${number}`, countries[which]!, regions[which]!, 'women', 'es, fr'],
        ...[
          `org-${number}.example`,
          `Persona ${number}-${person + 1}`,
          `p${number}-${person + 1}@people.example`,
        ],
        ...[person === 0 ? 'Focal point' : '', 'es'],
      ]);
    }
  }
  return rows;
}

/** Ten mistakes, each in a line of its own (counted as a spreadsheet does), and what an import says of it. */
export const plantedErrors: readonly (readonly [
  line: number,
  column: number,
  value: string,
  says: string,
])[] = [
  [3, 0, '', 'organisation needed'],
  [11, 2, 'Atlantis', 'country unknown-country'],
  [20, 3, 'Middle Earth', 'region unknown-region'],
  [29, 4, 'kings', 'constituency unknown-constituency'],
  [38, 5, 'Klingonese', 'languages unknown-language'],
  [47, 6, 'javascript:alert(1)', 'website wrong-website'],
  [56, 7, '', 'person needed'],
  [65, 8, 'no address', 'email wrong-email'],
  [74, 9, 'king', 'role unknown-role'],
  [84, 8, 'p028-1@people.example', 'email asked'],
];

export function withPlantedErrors(rows: readonly string[][]): string[][] {
  const copy = rows.map((row) => [...row]);
  for (const [line, column, value] of plantedErrors) copy[line - 1]![column] = value;
  return copy;
}

/** As spreadsheets save it: quoted where it has to be. */
export const csvOf = (rows: readonly (readonly string[])[], separator = ','): string =>
  rows
    .map((row) =>
      row
        .map((cell) => (/["\n\r;,\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(separator),
    )
    .join('\r\n');
