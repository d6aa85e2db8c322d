import type { NewParagraph } from '@plenary/statements/domain';
import { campaignAboutUs } from './campaign-about-us.js';
import type { SeedTheme } from './themes.js';

/** Headings of the campaign's text and their levels; everything else in it is a paragraph. */
const headings: Readonly<Record<string, number>> = {
  'About Us': 1,
  'Resist, Reclaim, Realise: Migrant Rights are Human Rights': 1,
  'The great challenge we are facing: why do we need a campaign?': 2,
  'Our Timeline:': 2,
};

/** The zero draft of the Forum statement: the campaign's words, line by line, nothing added or left out. */
export function forumStatementParagraphs(): NewParagraph[] {
  return campaignAboutUs
    .split('\n')
    .filter((line) => line !== '')
    .map((text) =>
      headings[text] === undefined ? { text } : { text, style: 'heading' as const, level: headings[text] },
    );
}

export const forumStatementTitle = 'Forum statement: Migrant Rights are Human Rights (zero draft)';

export interface SeedGroupStatement {
  readonly theme: SeedTheme;
  readonly title: string;
  readonly language: string;
  readonly paragraphs: readonly NewParagraph[];
}

const preambular = (text: string): NewParagraph => ({ text, kind: 'preambular' });
const operative = (text: string): NewParagraph => ({ text, kind: 'operative' });
const heading = (text: string): NewParagraph => ({ text, style: 'heading', level: 2 });

/** Short invented drafts of three groups, in the form of a resolution. */
export const seedGroupStatements: readonly SeedGroupStatement[] = [
  {
    theme: 'women-in-migration',
    title: 'Women in migration: input to the Forum statement',
    language: 'en',
    paragraphs: [
      heading('What we have seen'),
      preambular(
        'Recalling that most domestic and care workers abroad are women, and that many of them work outside the protection of labour law,',
      ),
      preambular(
        'Having heard from women who could not leave a violent employer without losing the right to stay,',
      ),
      heading('What we ask'),
      operative(
        'We call on States to make residence independent of the employer, and to let a woman who reports abuse stay and work while her case is heard.',
      ),
      operative(
        'We call on States to bring care work under the same labour law as all other work, with inspections that do not lead to deportation.',
      ),
      operative(
        'We commit ourselves to bring migrant women to every table at which this statement is negotiated, with interpretation and child care paid for.',
      ),
    ],
  },
  {
    theme: 'climate-and-labour-routes',
    title: 'Moving with dignity: climate change and safe labour routes',
    language: 'en',
    paragraphs: [
      heading('What we have seen'),
      preambular(
        'Noting that people whose fields and shores are lost are seldom asked where and how they would wish to go,',
      ),
      preambular(
        'Noting also that seasonal labour schemes often bind workers to one employer and charge them for their own recruitment,',
      ),
      heading('What we ask'),
      operative(
        'States should open routes for work, study and family that people affected by a changing climate can take before a disaster, and not only after it.',
      ),
      operative(
        'Recruitment fees and related costs must be paid by employers, in practice and not on paper alone:',
      ),
      { text: 'with a public register of licensed recruiters;', style: 'numbered' },
      { text: 'with refunds to workers who were charged;', style: 'numbered' },
      { text: 'with penalties that reach those who profit.', style: 'numbered' },
    ],
  },
  {
    theme: 'new-technologies',
    title: 'Fronteras digitales: primeras propuestas',
    language: 'es',
    paragraphs: [
      heading('Lo que hemos visto'),
      preambular(
        'Preocupadas por el uso de datos biométricos de personas migrantes sin su consentimiento y sin recurso efectivo,',
      ),
      heading('Lo que pedimos'),
      operative(
        'Pedimos a los Estados que no utilicen sistemas automatizados para decidir sobre la entrada, la detención o la expulsión de una persona.',
      ),
      operative(
        'Pedimos que los datos recogidos con fines humanitarios no se compartan con autoridades de control migratorio.',
      ),
    ],
  },
];
