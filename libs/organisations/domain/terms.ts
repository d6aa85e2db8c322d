/** A region, a constituency or a theme as a coalition calls it: what organisations and groups are told apart by. */
export interface Term {
  /** What rows and links keep; stays when the name changes. */
  readonly key: string;
  /** By language (BCP 47). */
  readonly names: Readonly<Record<string, string>>;
}

/** The lists of terms that a coalition has of its own; each may be empty. */
export const termLists = ['regions', 'constituencies', 'themes'] as const;
export type TermList = (typeof termLists)[number];

export const termLimits = { most: 60, nameLength: 80, keyLength: 40 } as const;

/** The name in this language, or in the coalition's main one, or in any. */
export function nameOfTerm({ key, names }: Term, ...languages: readonly string[]): string {
  for (const language of languages) {
    const found = names[language] ?? names[language.split('-')[0]!];
    if (found) return found;
  }
  return Object.values(names)[0] ?? key;
}

const term = (key: string, en: string, es: string, fr: string, ar: string): Term => ({
  key,
  names: { en, es, fr, ar },
});

/** Regions as the regional forums on migration divide the world: what a coalition begins with, and changes. */
export const usualRegions: readonly Term[] = [
  term('africa', 'Africa', 'África', 'Afrique', 'أفريقيا'),
  term('arab-states', 'Arab States', 'Estados árabes', 'États arabes', 'الدول العربية'),
  term('asia', 'Asia', 'Asia', 'Asie', 'آسيا'),
  term('europe', 'Europe', 'Europa', 'Europe', 'أوروبا'),
  term(
    'latin-america-caribbean',
    'Latin America and the Caribbean',
    'América Latina y el Caribe',
    'Amérique latine et Caraïbes',
    'أمريكا اللاتينية والكاريبي',
  ),
  term('north-america', 'North America', 'América del Norte', 'Amérique du Nord', 'أمريكا الشمالية'),
  term('pacific', 'Pacific', 'Pacífico', 'Pacifique', 'المحيط الهادئ'),
];

/** Whom organisations of a coalition on migration speak for. */
export const usualConstituencies: readonly Term[] = [
  term(
    'migrant-led',
    'Migrants themselves',
    'Las propias personas migrantes',
    'Les personnes migrantes elles-mêmes',
    'المهاجرون أنفسهم',
  ),
  term('diaspora', 'Diaspora', 'Diáspora', 'La diaspora', 'المغتربون'),
  term(
    'faith-based',
    'Faith communities',
    'Comunidades religiosas',
    'Des communautés religieuses',
    'الجماعات الدينية',
  ),
  term(
    'trade-union',
    'Workers, as a trade union',
    'Trabajadores, como sindicato',
    'Les travailleurs, en tant que syndicat',
    'العمال، بصفتها نقابة',
  ),
  term('women', 'Women', 'Mujeres', 'Les femmes', 'النساء'),
  term('youth', 'Youth', 'Juventud', 'Les jeunes', 'الشباب'),
  term('academia', 'Research', 'Investigación', 'La recherche', 'البحث العلمي'),
  term(
    'service-provider',
    'Those it serves',
    'Quienes reciben sus servicios',
    'Les personnes qu’elle accompagne',
    'من تخدمهم',
  ),
  term(
    'advocacy-network',
    'A network of organisations',
    'Una red de organizaciones',
    'Un réseau d’organisations',
    'شبكة منظمات',
  ),
];
