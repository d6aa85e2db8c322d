import type { SeedTheme } from './themes.js';

/** Working groups, one for each theme of the Forum, with their leads by given name. */
export const seedGroups: readonly {
  readonly theme: SeedTheme;
  readonly name: string;
  readonly description: string;
  readonly leads: readonly [string, string];
  /** Organisations whose representative and member belong to the group. */
  readonly organisations: readonly string[];
}[] = [
  {
    theme: 'women-in-migration',
    name: 'Women in migration',
    description: 'Care work, protection from violence, and women’s own voice in every text of the coalition.',
    leads: ['Rosa Elena', 'Akosua'],
    organisations: [
      'mujeres-del-paso',
      'savanna-sisters',
      'jasmine-road',
      'banyan',
      'pandanus',
      'cedar-threshold',
    ],
  },
  {
    theme: 'children-and-youth',
    name: 'Children and youth on the move',
    description: 'Schooling, guardianship, an end to detention of children, and young people at the table.',
    leads: ['Selam', 'Ixchel'],
    organisations: ['rift-youth', 'quetzal', 'paper-crane', 'tres-caminos', 'dhow'],
  },
  {
    theme: 'media-and-culture',
    name: 'Media and culture',
    description: 'How migration is told: against hate speech, and for stories that migrants tell themselves.',
    leads: ['Joana', 'Altagracia'],
    organisations: ['azulejo', 'caribe-raices', 'undocumented-voices', 'qasab', 'lagoon'],
  },
  {
    theme: 'climate-and-labour-routes',
    name: 'Climate change and safe labour routes',
    description: 'Moving with dignity when land and sea give way, and safe routes to decent work.',
    leads: ['Litia', 'Wanjiru'],
    organisations: ['coral-tide', 'jua-kali', 'southern-cross', 'maple-farm', 'danube-hands', 'sampaguita'],
  },
  {
    theme: 'regional-cooperation',
    name: 'Regional cooperation',
    description:
      'What neighbours owe each other: regional forums, return with rights, shared responsibility.',
    leads: ['Oumar', 'Aigul'],
    organisations: ['baobab-return', 'steppe-call', 'himal-kin', 'selva-abierta', 'monsoon-bridge'],
  },
  {
    theme: 'new-technologies',
    name: 'New technologies',
    description: 'Digital borders, data about people on the move, and tools that serve instead of watch.',
    leads: ['Marijke', 'Chidinma'],
    organisations: ['harbour-law', 'lagoon', 'open-quay', 'river-clinic', 'cape-lantern'],
  },
];
