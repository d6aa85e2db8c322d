import type { Term } from '@plenary/organisations/domain';

/** The six themes of the 15th Forum, as the sample coalition names them in its languages. */
export const seedThemes = [
  {
    key: 'women-in-migration',
    names: {
      en: 'Women in migration',
      es: 'Mujeres en la migración',
      fr: 'Les femmes dans la migration',
      ar: 'النساء في الهجرة',
    },
  },
  {
    key: 'children-and-youth',
    names: {
      en: 'Children and youth',
      es: 'Niñez y juventud',
      fr: 'Enfants et jeunes',
      ar: 'الأطفال والشباب',
    },
  },
  {
    key: 'media-and-culture',
    names: {
      en: 'Media and culture',
      es: 'Medios y cultura',
      fr: 'Médias et culture',
      ar: 'الإعلام والثقافة',
    },
  },
  {
    key: 'climate-and-labour-routes',
    names: {
      en: 'Climate change and safe labour routes',
      es: 'Cambio climático y rutas laborales seguras',
      fr: 'Changement climatique et voies sûres vers l’emploi',
      ar: 'تغيّر المناخ ومسارات العمل الآمنة',
    },
  },
  {
    key: 'regional-cooperation',
    names: {
      en: 'Regional cooperation',
      es: 'Cooperación regional',
      fr: 'Coopération régionale',
      ar: 'التعاون الإقليمي',
    },
  },
  {
    key: 'new-technologies',
    names: {
      en: 'New technologies',
      es: 'Nuevas tecnologías',
      fr: 'Nouvelles technologies',
      ar: 'التقنيات الجديدة',
    },
  },
] as const satisfies readonly Term[];

export type SeedTheme = (typeof seedThemes)[number]['key'];
