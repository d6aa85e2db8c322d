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
    'name of the organisation',
    'organisation name',
    'organization name',
    'member organisation',
    'member organization',
    'organizacion miembro',
    'organizacion integrante',
    'organisation membre',
    'colectivo',
    'colectiva',
    'collectif',
    'collective',
    'asociacion',
    'association',
    'entidad',
    'ngo',
    'ong',
    'المنظمة',
    'اسم المنظمة',
    'المنظمة العضو',
    'الجمعية',
    'اسم الجمعية',
    'organisme',
    'organismo',
  ],
  acronym: ['acronym', 'acronimo', 'siglas', 'sigla', 'acronyme', 'sigle', 'الاختصار'],
  country: ['country', 'pais', 'pays', 'country code', 'البلد', 'الدولة', 'بلد'],
  region: ['region', 'region of the world', 'المنطقة', 'الإقليم'],
  constituency: [
    'constituency',
    'speaks for',
    'habla por',
    'parle pour',
    'تتحدث باسم',
    'constituencia',
    'sector',
    'grupo',
    'public',
    'الفئة',
  ],
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
    'nombre completo',
    'nombre y apellidos',
    'nom complet',
    'nom et prenom',
    'prenom et nom',
    'contact person',
    'persona de contacto',
    'personne de contact',
    'الاسم',
    'الاسم الكامل',
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
    'email address',
    'e mail address',
    'correo e',
    'adresse e mail',
    'adresse electronique',
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

/** A head as it stands, and each of its parts where it says the same thing in several languages. */
const readings = (head: string): string[] =>
  [head, ...head.split(/[/|()·–]+/)].map(plain).filter((each) => each !== '');

/** Heads that name whatever the line is of: a person, or an organisation where nothing else names one. */
const anybody = ['name', 'nombre', 'nom', 'الاسم'].map(plain);
/** Heads that speak of an organisation without being known word by word, and those that only describe one. */
const ofOrganisations =
  /(^| )(organi[sz]ations?|organizacion(es)?|colectiv[oa]s?|collectifs?|المنظمه|المنظمة)( |$)/u;
const describing =
  /(^| )(type|tipo|kind|size|tamano|taille|id|code|codigo|email|e mail|mail|correo|courriel|web|website|sitio|site|phone|telefono|telephone)( |$)/u;

/** Which column is which, by their heads; what is not recognised has to be said. */
export function guessMapping(heads: readonly string[]): ImportMapping {
  const taken = new Set<number>();
  const mapping: Partial<Record<ImportField, number>> = {};
  const take = (field: ImportField, fits: (reading: string) => boolean) => {
    const place = heads.findIndex((head, column) => !taken.has(column) && readings(head).some(fits));
    if (place < 0) return;
    taken.add(place);
    mapping[field] = place;
  };
  for (const field of importFields) {
    const names = known[field].map(plain);
    take(field, (reading) => names.includes(reading));
  }
  if (mapping.organisation === undefined) {
    take('organisation', (reading) => ofOrganisations.test(reading) && !describing.test(reading));
  }
  return mapping.organisation === undefined ? namedByAnybody(heads, mapping) : mapping;
}

/** A list with a name and no organisation is a list of organisations; an address in it is theirs. */
function namedByAnybody(
  heads: readonly string[],
  { person, email, ...others }: Partial<Record<ImportField, number>>,
): ImportMapping {
  const isName = person !== undefined && readings(heads[person]!).some((each) => anybody.includes(each));
  if (!isName)
    return {
      ...others,
      ...(person === undefined ? {} : { person }),
      ...(email === undefined ? {} : { email }),
    };
  return {
    ...others,
    organisation: person,
    ...(email === undefined ? {} : { contact: others.contact ?? email }),
  };
}
