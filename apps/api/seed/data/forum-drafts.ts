import type { FlatText, TextEdit } from '@plenary/ground/text';
import type { NewParagraph } from '@plenary/statements/domain';
import { forumStatementParagraphs } from './statements.js';

/** Somebody's work on the Forum statement before it was the zero draft. */
export interface SeedAct {
  readonly given: string;
  /** After the statement was begun. */
  readonly hours: number;
  readonly act: (edit: TextEdit, text: FlatText) => void;
}

/** A moment that was given a name. */
export interface SeedVersion {
  readonly given: string;
  readonly hours: number;
  readonly name: string;
  readonly note: string;
}

const [about, title, why, first, second, third, timeline, longTerm] = forumStatementParagraphs();

/** Cut behind a sentence, near the middle. */
function halves({ text }: NewParagraph): readonly [string, string] {
  const ends = [...text.matchAll(/[.?!] /g)].map(({ index }) => index + 1);
  const middle = ends.reduce((best, end) =>
    Math.abs(end - text.length / 2) < Math.abs(best - text.length / 2) ? end : best,
  );
  return [text.slice(0, middle), text.slice(middle)];
}

const placeholder = ' [What we have won so far: to come.]';
const doubt = ' [Please check the dates.]';

/** As it was begun: the campaign's headings and some of its sentences. */
export const forumFirstNotes: readonly NewParagraph[] = [
  about!,
  title!,
  why!,
  { text: halves(first!)[0] + placeholder },
  timeline!,
  longTerm!,
];

const at = (text: FlatText, place: number) => text.page[place]!;

/** Its end is the campaign's text, to the last sign. */
export const forumActs: readonly SeedAct[] = [
  {
    given: 'Sunita',
    hours: 5,
    act: (edit, text) => {
      const paragraph = edit.insertParagraph(at(text, 3), {});
      edit.insert(paragraph, 0, { text: halves(second!)[0] });
    },
  },
  {
    given: 'Mele',
    hours: 26,
    act: (edit, text) => edit.insert(at(text, 4), at(text, 4).length, { text: halves(second!)[1] + doubt }),
  },
  {
    given: 'Chiara',
    hours: 49,
    act: (edit, text) => {
      const paragraph = at(text, 3);
      const from = paragraph.length - placeholder.length;
      edit.delete(paragraph, from, paragraph.length);
      edit.insert(at(text, 3), from, { text: halves(first!)[1] });
    },
  },
  {
    given: 'Jomar',
    hours: 74,
    act: (edit, text) => {
      const paragraph = edit.insertParagraph(at(text, 4), {});
      edit.insert(paragraph, 0, { text: third!.text });
    },
  },
  {
    given: 'Chiara',
    hours: 97,
    act: (edit, text) => {
      const paragraph = at(text, 4);
      edit.delete(paragraph, paragraph.length - doubt.length, paragraph.length);
    },
  },
];

export const forumVersions: readonly SeedVersion[] = [
  { given: 'Chiara', hours: 1, name: 'First notes', note: 'Headings, and the first sentences.' },
  { given: 'Chiara', hours: 50, name: 'Working draft', note: 'For the call of the drafting committee.' },
  { given: 'Amara', hours: 98, name: 'Zero draft', note: 'As the campaign published it.' },
];
