import type { ImportField, ImportMapping } from './import-columns.js';

/** What may be said for the whole list, where it has no column for it or a cell is empty. */
export const wholeFields = ['organisation', 'country', 'region', 'constituency', 'role', 'language'] as const;
export type WholeField = (typeof wholeFields)[number];

/** Words of a list that are chosen once on the page where Plenary does not know them. */
export const chosenFields = ['country', 'region', 'constituency', 'language', 'role'] as const;
export type ChosenField = (typeof chosenFields)[number];

/** How a question of the list is answered: they are one; or the lines that raise it are left out. */
export const importAnswers = ['same', 'out'] as const;
export type ImportAnswer = (typeof importAnswers)[number];

/** What a person says of a list beside the list itself. */
export interface ImportChoices {
  readonly mapping?: ImportMapping;
  readonly whole?: Readonly<Partial<Record<WholeField, string>>>;
  /** By field and by what the list says (`wordKey`): the key it means, or '' where it means nothing. */
  readonly words?: Readonly<Partial<Record<ChosenField, Readonly<Record<string, string>>>>>;
  /** By question (`ImportQuestion.id`). */
  readonly answers?: Readonly<Record<string, ImportAnswer>>;
  /** Ids of organisations that stay as they are, whatever the list says of them. */
  readonly keep?: readonly string[];
  /** Takes the lines without an error, and gives the others back as a file. */
  readonly takeRight?: boolean;
}

export const importChoiceLimits = { values: 2_000, length: 200 } as const;

/** The field of `ImportChoices.words` under which a cell of this field is looked for. */
export const chosenFieldOf = (field: ImportField): ChosenField | null =>
  field === 'languages' ? 'language' : (chosenFields.find((each) => each === field) ?? null);
