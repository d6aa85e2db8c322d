import { interfaceLanguages, sortNameOf } from '@plenary/ground/kernel';
import { countries, type Term } from '@plenary/organisations/domain';
import { type ImportWords } from '@plenary/arrivals/domain';
import { countryKey, countryNames } from './country-names.js';

/** What lists call the regions with which a coalition begins, besides their names. */
const regionNames: Readonly<Record<string, readonly string[]>> = {
  'arab-states': [
    'MENA',
    'Middle East and North Africa',
    'Middle East',
    'Maghreb',
    'Oriente Medio',
    'Moyen-Orient',
  ],
  asia: ['Asia Pacific', 'Asia-Pacific', 'Asia and the Pacific', 'Asien', 'Ásia'],
  africa: ['Afrika', 'Sub-Saharan Africa', 'África subsahariana', 'Afrique subsaharienne'],
  europe: ['Europa', 'Europe and Central Asia', 'Western Europe', 'Eastern Europe'],
  'latin-america-caribbean': [
    ...['Latin America', 'América Latina', 'Amérique latine', 'LAC', 'LATAM', 'Americas', 'Lateinamerika'],
    ...['America Latina', 'América Latina e Caribe', 'Caribbean', 'Caribe', 'Caraïbes'],
  ],
  'north-america': ['USA and Canada', 'Nordamerika', 'América do Norte', 'Northern America'],
  pacific: ['Oceania', 'Oceanía', 'Océanie', 'Ozeanien'],
};

const constituencyNames: Readonly<Record<string, readonly string[]>> = {
  'migrant-led': [
    'Migrants',
    'Migrant-led',
    'Migrantes',
    'Personnes migrantes',
    'المهاجرين أنفسهم',
    'المهاجرون',
  ],
  diaspora: ['المغتربين'],
  'faith-based': ['Faith-based', 'Faith', 'Religious', 'Iglesias', 'Confessionnel'],
  'trade-union': ['Trade union', 'Trade unions', 'Union', 'Sindicato', 'Sindicatos', 'Syndicat', 'Syndicats'],
  women: ['Women’s organisation', 'Femmes', 'Frauen', 'Mulheres', 'Donne', 'Feminist'],
  youth: ['Jeunes', 'Jóvenes', 'Jeunesse', 'Jugend', 'Juventude', 'Giovani', 'Young people'],
  academia: ['Academia', 'Academic', 'Universidad', 'Université', 'Recherche', 'Researchers'],
  'service-provider': ['Service provider', 'Services'],
  'advocacy-network': ['Network', 'Red', 'Réseau', 'Advocacy'],
};

const roleNames: Readonly<Record<string, readonly string[]>> = {
  focal_point: [
    ...['Focal point', 'Punto focal', 'Point focal', 'جهة الاتصال', 'Contact person', 'Main contact'],
    ...['Ponto focal', 'Referente', 'Ansprechperson', 'Kontaktperson'],
  ],
  representative: [
    ...['Representative', 'Representante', 'Représentant', 'Représentante', 'ممثل', 'Delegate', 'Delegado'],
    ...[
      'Delegada',
      'Représentant·e',
      'Délégué',
      'Déléguée',
      'Vertretung',
      'Vertreterin',
      'Vertreter',
      'Rappresentante',
      'ممثلة',
    ],
  ],
  member: ['Member', 'Integrante', 'Membre', 'عضو', 'Staff', 'Membro', 'Mitglied', 'Miembro', 'Equipo'],
};

/** Languages that a coalition's lists are likely to name. */
const languageTags =
  'en es fr ar pt it de nl ru uk tr fa ur hi bn ta te si ne id ms tl vi th my km lo zh ja ko sw am om ti so ha yo ig rw ln wo ff mg ht qu ay gn el ro pl sq sr hr bg hu cs he ku ps dar'.split(
    ' ',
  );

/** Everything that is understood: keys, and names in the languages of the interface and of lists. */
export function importWords(
  isEmail: (address: string) => boolean,
  regions: readonly Term[],
  constituencies: readonly Term[],
): ImportWords {
  const places = countryNames();
  const [ofRegions, ofConstituencies] = [
    termsByName(regions, regionNames),
    termsByName(constituencies, constituencyNames),
  ];
  return {
    country: (said) => (countries.includes(said) ? said : (places.get(countryKey(said)) ?? null)),
    language: (said) => languages().get(sortNameOf(said)) ?? null,
    region: (said) => ofRegions.get(wordOf(said)) ?? null,
    constituency: (said) => ofConstituencies.get(wordOf(said)) ?? null,
    role: (said) => roles.get(wordOf(said)) ?? null,
    isEmail,
  };
}

/** Straight and curly apostrophes and hyphens say the same. */
const wordOf = (said: string): string =>
  sortNameOf(said)
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[\s_\-–]+/g, ' ');

const roles = byName(
  Object.entries(roleNames).flatMap(([key, names]) => [key, ...names].map((name) => [name, key])),
);

function termsByName(terms: readonly Term[], also: Readonly<Record<string, readonly string[]>>) {
  const others = terms.flatMap(({ key }) => (also[key] ?? []).map((name): [string, string] => [name, key]));
  const own = terms.flatMap(({ key, names }) =>
    [key, ...Object.values(names)].map((name): [string, string] => [name, key]),
  );
  // What the coalition calls them itself stands above what others call them.
  return byName([...others, ...own]);
}

function byName(names: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  return new Map(names.map(([name, key]) => [wordOf(name!), key!]));
}

let known: ReadonlyMap<string, string> | null = null;

function languages(): ReadonlyMap<string, string> {
  if (known) return known;
  const all = new Map<string, string>();
  for (const language of [...interfaceLanguages, 'pt', 'de', 'it']) {
    const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
    for (const tag of languageTags) {
      const name = names.of(tag);
      if (name) all.set(sortNameOf(name), tag);
    }
  }
  return (known = all);
}
