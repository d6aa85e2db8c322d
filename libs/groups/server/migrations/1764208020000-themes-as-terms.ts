import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The six themes of the 15th Forum by the keys that groups have, as Plenary knew them before they were data. */
const before = [
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
];

/** A coalition whose groups have themes gets them as its own terms; one whose groups have none has none. */
export class ThemesAsTerms1764208020000 implements MigrationInterface {
  name = 'ThemesAsTerms1764208020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE coalition SET themes = $1::jsonb WHERE EXISTS (SELECT FROM working_group WHERE theme IS NOT NULL)`,
      [JSON.stringify(before)],
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
