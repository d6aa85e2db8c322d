import { interfaceLanguages, sortNameOf } from '@plenary/ground/kernel';
import { countries } from '../countries.js';
import { plainWords, type ImportWords } from './read-lines.js';

/** What people write for a key, in the languages of the interface; a spec keeps it in step with the screens. */
const regionNames: Readonly<Record<string, readonly string[]>> = {
  africa: ['Africa', 'África', 'Afrique', 'أفريقيا'],
  'arab-states': [
    'Arab States',
    'Estados árabes',
    'États arabes',
    'الدول العربية',
    'MENA',
    'Middle East and North Africa',
  ],
  asia: ['Asia', 'Asie', 'آسيا', 'Asia Pacific'],
  europe: ['Europe', 'Europa', 'أوروبا'],
  'latin-america-caribbean': [
    'Latin America and the Caribbean',
    'América Latina y el Caribe',
    'Amérique latine et Caraïbes',
    'أمريكا اللاتينية والكاريبي',
    'Latin America',
    'América Latina',
    'Amérique latine',
    'LAC',
  ],
  'north-america': [
    'North America',
    'América del Norte',
    'Amérique du Nord',
    'أمريكا الشمالية',
    'USA and Canada',
  ],
  pacific: ['Pacific', 'Pacífico', 'Pacifique', 'المحيط الهادئ'],
};

const constituencyNames: Readonly<Record<string, readonly string[]>> = {
  'migrant-led': [
    'Migrants themselves',
    'Las propias personas migrantes',
    'Les personnes migrantes elles-mêmes',
    'المهاجرين أنفسهم',
    'المهاجرون أنفسهم',
  ],
  diaspora: ['Diaspora', 'Diáspora', 'La diaspora', 'المغتربين', 'المغتربون'],
  'faith-based': [
    'Faith communities',
    'Comunidades religiosas',
    'Des communautés religieuses',
    'الجماعات الدينية',
  ],
  'trade-union': [
    'Workers, as a trade union',
    'Trabajadores, como sindicato',
    'Les travailleurs, en tant que syndicat',
    'العمال، بصفتها نقابة',
  ],
  women: ['Women', 'Mujeres', 'Les femmes', 'النساء'],
  youth: ['Youth', 'Juventud', 'Les jeunes', 'الشباب'],
  academia: ['Research', 'Investigación', 'La recherche', 'البحث العلمي'],
  'service-provider': [
    'Those it serves',
    'Quienes reciben sus servicios',
    'Les personnes qu’elle accompagne',
    'من تخدمهم',
  ],
  'advocacy-network': [
    'A network of organisations',
    'Una red de organizaciones',
    'Un réseau d’organisations',
    'شبكة منظمات',
  ],
};

const roleNames: Readonly<Record<string, readonly string[]>> = {
  focal_point: ['Focal point', 'Punto focal', 'Point focal', 'جهة الاتصال', 'focal point', 'contact person'],
  representative: [
    'Representative',
    'Representante',
    'Représentant',
    'ممثل',
    'delegate',
    'delegado',
    'délégué',
  ],
  member: ['Member', 'Integrante', 'Membre', 'عضو', 'staff'],
};

/** Languages that a coalition's lists are likely to name. */
const languageTags =
  'en es fr ar pt it de nl ru uk tr fa ur hi bn ta te si ne id ms tl vi th my km lo zh ja ko sw am om ti so ha yo ig rw ln wo ff mg ht qu ay gn el ro pl sq sr hr bg hu cs he ku ps dar'.split(
    ' ',
  );

/** Everything that is understood: keys, and names in the languages of the interface. */
export function importWords(isEmail: (address: string) => boolean): ImportWords {
  const plain = plainWords(isEmail);
  return {
    ...plain,
    countries: withNames(plain.countries, 'region', countries),
    languages: withNames(new Map(), 'language', languageTags),
    regions: withSynonyms(plain.regions, regionNames),
    constituencies: withSynonyms(plain.constituencies, constituencyNames),
    roles: withSynonyms(plain.roles, roleNames),
  };
}

function withNames(
  known: ReadonlyMap<string, string>,
  type: 'region' | 'language',
  codes: readonly string[],
) {
  const all = new Map(known);
  for (const language of interfaceLanguages) {
    const names = new Intl.DisplayNames(language, { type, fallback: 'none' });
    for (const code of codes) {
      const name = names.of(code);
      if (name) all.set(sortNameOf(name), code);
    }
  }
  return all;
}

function withSynonyms(
  known: ReadonlyMap<string, string>,
  names: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, string> {
  const all = new Map(known);
  for (const [key, some] of Object.entries(names)) for (const name of some) all.set(sortNameOf(name), key);
  return all;
}
