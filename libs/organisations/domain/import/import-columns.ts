/** What a line of an imported list can say: an organisation, and perhaps one person who acts for it. */
export const importFields = [
  'organisation',
  'acronym',
  'country',
  'region',
  'constituency',
  'languages',
  'website',
  'contact',
  'person',
  'email',
  'role',
  'language',
] as const;
export type ImportField = (typeof importFields)[number];

/** Column of each field, counted from 0; a field without a column is not in the list. */
export type ImportMapping = Readonly<Partial<Record<ImportField, number>>>;

export const importLimits = {
  bytes: 2_000_000,
  rows: 20_000,
  columns: 60,
  cell: 2_000,
  errorsShown: 200,
} as const;

/** Heads of columns as people write them, in the languages of the interface. */
const known: Record<ImportField, readonly string[]> = {
  organisation: [
    'organisation',
    'organization',
    'organizacion',
    'organizacao',
    'name of organisation',
    'nombre de la organizacion',
    'nom de l organisation',
    'المنظمة',
    'اسم المنظمة',
  ],
  acronym: ['acronym', 'acronimo', 'siglas', 'sigla', 'acronyme', 'sigle', 'الاختصار'],
  country: ['country', 'pais', 'pays', 'البلد', 'الدولة'],
  region: ['region', 'المنطقة'],
  constituency: ['constituency', 'speaks for', 'sector', 'grupo', 'public', 'الفئة'],
  languages: ['languages', 'idiomas', 'langues', 'اللغات'],
  website: ['website', 'web', 'url', 'sitio web', 'site', 'site web', 'الموقع'],
  contact: [
    'contact',
    'contact email',
    'organisation email',
    'contacto',
    'correo de contacto',
    'جهة الاتصال',
  ],
  person: [
    'person',
    'name',
    'full name',
    'display name',
    'nombre',
    'persona',
    'nom',
    'personne',
    'الاسم',
    'الشخص',
  ],
  email: [
    'email',
    'e mail',
    'mail',
    'correo',
    'correo electronico',
    'courriel',
    'adresse',
    'البريد',
    'البريد الإلكتروني',
  ],
  role: ['role', 'rol', 'papel', 'funcion', 'fonction', 'الدور'],
  language: ['language', 'idioma', 'langue', 'اللغة'],
};

const plain = (head: string): string =>
  head
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Which column is which, by their heads; what is not recognised has to be said. */
export function guessMapping(heads: readonly string[]): ImportMapping {
  const taken = new Set<number>();
  const mapping: Partial<Record<ImportField, number>> = {};
  for (const field of importFields) {
    const names = known[field].map(plain);
    const place = heads.findIndex((head, column) => !taken.has(column) && names.includes(plain(head)));
    if (place < 0) continue;
    taken.add(place);
    mapping[field] = place;
  }
  return mapping;
}
