import type { TaskState } from '@plenary/tasks/domain';
import type { SeedTheme } from './themes.js';

/** One task of the invented work, by given name. None of it was asked of anybody. */
export interface SeedTask {
  /** Short and stable: ids are made from it. */
  readonly key: string;
  /** Whose board: a group's by its theme, or the coalition's (null). */
  readonly board: SeedTheme | null;
  /** Who leads that board. */
  readonly by: string;
  readonly title: string;
  readonly notes?: string;
  readonly state: TaskState;
  readonly people?: readonly string[];
  /** Key of an organisation. */
  readonly organisation?: string;
  /** Days from the seed on; what is below 0 is overdue, or was done in time. */
  readonly dueIn?: number;
  readonly steps?: readonly (readonly [text: string, isDone: boolean])[];
  /** A thread of the debate by its key, or the paragraph of the Forum statement that holds these words. */
  readonly about?: { readonly thread: string } | { readonly paragraph: string };
}

export const seedTasks: readonly SeedTask[] = [
  {
    key: 'first-year',
    ...{ board: null, by: 'Amara', people: ['Chiara'], state: 'doing', dueIn: 5 },
    title: 'Write the steps for the first year, with who does what',
    about: { thread: 'timeline' },
    steps: [
      ['Ask the groups for their three first steps', true],
      ['Bring them into one page', false],
      ['Send it to the facilitators', false],
    ],
  },
  {
    key: 'figures',
    ...{ board: null, by: 'Amara', organisation: 'salt-and-sea', state: 'waiting', dueIn: 9 },
    title: 'Give the figures on forced returns, with their sources',
    about: { thread: 'borders' },
  },
  {
    key: 'translate-zero-draft',
    ...{ board: null, by: 'Amara', people: ['Layla', 'Nerea', 'Béatrice'], state: 'doing', dueIn: 12 },
    title: 'Translate the zero draft into Arabic, Spanish and French',
    steps: [
      ['Arabic', true],
      ['Spanish', false],
      ['French', false],
    ],
  },
  {
    key: 'assembly-rooms',
    ...{ board: null, by: 'Amara', people: ['Mateo'], state: 'to_do', dueIn: 3 },
    title: 'Put the assembly’s agenda together',
    notes: 'With time for interpretation at every point.',
  },
  {
    key: 'detained-wording',
    ...{ board: null, by: 'Amara', state: 'to_do' },
    title: 'Find a wording for mothers who are detained in front of their children',
    about: { paragraph: 'people being detained and disappeared' },
  },
  {
    key: 'campaign-consent',
    ...{ board: null, by: 'Amara', people: ['Meenakshi'], state: 'done', dueIn: -4 },
    title: 'Ask the campaign whether its words may open the statement',
  },
  {
    key: 'women-interviews',
    ...{ board: 'women-in-migration', by: 'Rosa Elena', people: ['Efua', 'Paola'], state: 'doing', dueIn: 6 },
    title: 'Write up the interviews with domestic workers',
    steps: [
      ['Quito', true],
      ['Accra', true],
      ['Tunis', false],
    ],
  },
  {
    key: 'women-child-care',
    ...{ board: 'women-in-migration', by: 'Rosa Elena', people: ['Mele'], state: 'to_do', dueIn: -2 },
    title: 'Find out what child care at the Forum costs',
  },
  {
    key: 'women-labour-law',
    ...{ board: 'women-in-migration', by: 'Akosua', state: 'to_do' },
    title: 'Collect labour laws that leave care work out',
  },
  {
    key: 'women-lead',
    ...{ board: 'women-in-migration', by: 'Akosua', people: ['Rosa Elena'], state: 'done' },
    title: 'Agree who speaks for the group at the assembly',
  },
  {
    key: 'labour-fees',
    ...{ board: 'climate-and-labour-routes', by: 'Litia', people: ['Jomar'], state: 'doing', dueIn: 8 },
    title: 'Gather receipts of recruitment fees from seafarers',
  },
  {
    key: 'labour-islands',
    ...{ board: 'climate-and-labour-routes', by: 'Wanjiru', people: ['Ana'], state: 'waiting', dueIn: 14 },
    title: 'Ask island councils which routes people would wish for',
  },
];
