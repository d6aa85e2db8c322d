import countriesOfIso from 'i18n-iso-countries';
import { sortNameOf } from '@plenary/ground/kernel';
import { countries } from '@plenary/organisations/domain';

/** Lists are written in these. */
const languages = ['en', 'es', 'fr', 'ar', 'pt', 'de', 'it'] as const;

/** Names of which neither ISO nor Unicode knows: as the United Nations, newspapers and people say. */
const others: Readonly<Record<string, string>> = {
  AE: 'UAE|Emirates|EAU|الإمارات',
  BA: 'Bosnia|Bosnia Herzegovina|Bosnie',
  BN: 'Brunei',
  BO: 'Plurinational State of Bolivia|Estado Plurinacional de Bolivia|État plurinational de Bolivie|دولة بوليفيا المتعددة القوميات',
  BY: 'Belarús|Bielorrusia|Biélorussie',
  CD: 'DRC|DR Congo|D R Congo|RDC|RD Congo|Congo DR|Congo DRC|Congo Kinshasa|Zaire|República Democrática del Congo|República Democrática do Congo|Demokratische Republik Kongo|Repubblica Democratica del Congo',
  CF: 'CAR|RCA|Central African Republic',
  CG: 'Congo|Republic of the Congo|Republic of Congo|Congo Brazzaville|República del Congo|République du Congo|Kongo|الكونغو|جمهورية الكونغو',
  CI: 'Ivory Coast|Costa de Marfil|Costa do Marfim|Elfenbeinküste|Costa d’Avorio|كوت ديفوار|ساحل العاج',
  CV: 'Cape Verde|Cabo Verde|Cap-Vert|كابو فيردي',
  CZ: 'Czech Republic|Czechia|República Checa|Chequia|République tchèque|Tchéquie|Tschechische Republik|تشيكيا',
  DO: 'RD|Dominican Rep|Rep Dominicana|República Dominicana',
  EH: 'Western Sahara|SADR|Sáhara Occidental',
  FM: 'Micronesia|Federated States of Micronesia|Estados Federados de Micronesia|États fédérés de Micronésie|ولايات ميكرونيزيا الموحدة',
  GB: 'UK|U K|Great Britain|Britain|GB|England|Scotland|Wales|Northern Ireland|United Kingdom of Great Britain and Northern Ireland|Reino Unido de Gran Bretaña e Irlanda del Norte|Royaume-Uni de Grande-Bretagne et d’Irlande du Nord|Inglaterra|Angleterre|Gran Bretaña|بريطانيا',
  HK: 'Hong Kong|Hong Kong SAR|China Hong Kong|هونغ كونغ',
  IR: 'Iran|Islamic Republic of Iran|República Islámica del Irán|République islamique d’Iran|جمهورية إيران الإسلامية',
  KG: 'Kyrgyz Republic',
  KP: 'North Korea|DPRK|Democratic People’s Republic of Korea|Corea del Norte|República Popular Democrática de Corea|Corée du Nord|République populaire démocratique de Corée|جمهورية كوريا الشعبية الديمقراطية',
  KR: 'South Korea|Korea|Republic of Korea|ROK|Corea|Corea del Sur|República de Corea|Corée|République de Corée|جمهورية كوريا',
  LA: 'Laos|Lao PDR|Lao|Lao People’s Democratic Republic|República Democrática Popular Lao|République démocratique populaire lao|جمهورية لاو الديمقراطية الشعبية',
  LC: 'St Lucia',
  MD: 'Moldova|Republic of Moldova|República de Moldova|République de Moldova|جمهورية مولدوفا',
  MK: 'Macedonia|FYROM|Former Yugoslav Republic of Macedonia|North Macedonia|Macédoine',
  MM: 'Burma|Myanmar|Birmania|Birmanie|Myanmar Burma|ميانمار',
  MO: 'Macao|Macau|Macao SAR',
  NL: 'Holland|Netherlands|Kingdom of the Netherlands|Holanda|Países Bajos|Hollande|Pays-Bas|Reino de los Países Bajos|Royaume des Pays-Bas|مملكة هولندا|هولندا',
  PS: 'Palestine|State of Palestine|Occupied Palestinian Territory|OPT|Palestina|Estado de Palestina|État de Palestine|Gaza|West Bank|دولة فلسطين|فلسطين',
  RU: 'Russia|Russian Federation|Federación de Rusia|Fédération de Russie|الاتحاد الروسي',
  ST: 'Sao Tome|São Tomé|Sao Tome and Principe|Sao Tomé-et-Principe',
  SV: 'Salvador',
  SY: 'Syria|Syrian Arab Republic|República Árabe Siria|République arabe syrienne|الجمهورية العربية السورية|سوريا|سورية',
  SZ: 'Swaziland|Eswatini|Suazilandia|Swazilandia|إسواتيني',
  TL: 'East Timor|Timor-Leste|Timor Oriental|تيمور-ليشتي',
  TR: 'Turkey|Türkiye|Turkiye|Turquía|Turquie|تركيا',
  TW: 'Taiwan|Taiwan Province of China',
  TZ: 'Tanzania|United Republic of Tanzania|República Unida de Tanzanía|Tanzanía|République-Unie de Tanzanie|جمهورية تنزانيا المتحدة',
  US: 'USA|U S A|US|U S|United States|United States of America|America|EEUU|EE UU|Estados Unidos|Estados Unidos de América|États-Unis|États-Unis d’Amérique|EUA|الولايات المتحدة|الولايات المتحدة الأمريكية|أمريكا',
  VA: 'Vatican|Vatican City|Holy See|Santa Sede|Saint-Siège|الكرسي الرسولي',
  VC: 'St Vincent|Saint Vincent|St Vincent and the Grenadines',
  VE: 'Venezuela|Bolivarian Republic of Venezuela|República Bolivariana de Venezuela|République bolivarienne du Venezuela|جمهورية فنزويلا البوليفارية',
  VN: 'Vietnam|Viet Nam|فييت نام',
  XK: 'Kosovo|UNMIK Kosovo|Kosovo under UNSCR 1244',
};

/** Words that say nothing of which country it is. */
const empty = new Set(
  'the of and de da do dos das del des du d la le les l el los las y e et und der die das von i of in'.split(
    ' ',
  ),
);
const inFull: Readonly<Record<string, string>> = { st: 'saint', rep: 'republic', dem: 'democratic' };

/**
 * A name as a bag of its words: "Bolivia (Plurinational State of)", "Bolivia, Plurinational State of" and "Plurinational
 * State of Bolivia" are one; so are straight and curly apostrophes, and "The Netherlands" and "Netherlands".
 */
export function countryKey(name: string): string {
  const all = sortNameOf(name)
    .replace(/['’‘`´ʼ]/g, ' ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
  const telling = all.filter((word) => !empty.has(word));
  // DE is Germany, not "of".
  const words = (telling.length > 0 ? telling : all).map((word) => inFull[word] ?? word);
  return [...new Set(words)].sort().join(' ');
}

let made: ReadonlyMap<string, string> | null = null;

/** Country by `countryKey` of whatever a list may call it: its names, its two and its three letters. */
export function countryNames(): ReadonlyMap<string, string> {
  return (made ??= make());
}

/** What is said later stands: our own table knows best where others call two countries alike. */
function make(): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  const known = new Set(countries);
  const add = (name: string | undefined, code: string) => {
    const key = name === undefined ? '' : countryKey(name);
    if (key !== '' && known.has(code)) all.set(key, code);
  };
  for (const language of languages) {
    for (const [code, names] of Object.entries(countriesOfIso.getNames(language, { select: 'all' })))
      for (const name of names) add(name, code);
    const spelled = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of countries) add(spelled.of(code), code);
  }
  for (const [code, names] of Object.entries(others)) for (const name of names.split('|')) add(name, code);
  for (const code of countries) {
    add(countriesOfIso.alpha2ToAlpha3(code), code);
    add(code, code);
  }
  return all;
}
