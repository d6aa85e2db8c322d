import { withoutWords } from '@plenary/ground/text';
import { failStatement } from '../statements.errors.js';
import { statementLimits } from '../vocabulary.js';
import type { AuthorView } from './history.view.js';
import { historyLimits } from './version-name.js';

export const erasureLimits = {
  reason: 500,
  /** Statements from which words were erased that are told at once, the latest first. */
  statements: 500,
} as const;

/** What holds words of a text besides the text itself, as the rooms above name it. */
export interface ErasedBesideView {
  /** `<room>.<what>`, a word that the room's screens know. */
  readonly what: string;
  readonly count: number;
}

/** What erasing a passage would cover; nothing is done yet. */
export interface ErasureCoverView {
  /** The words as they stand at that moment; U+FFFC for a source. */
  readonly words: string;
  /** Characters in the text and in its history that would go. */
  readonly characters: number;
  /** How often the words stand in the text now. */
  readonly places: number;
  readonly beside: readonly ErasedBesideView[];
  /** The statement's title without the words, as it would read; null where it does not say them. */
  readonly title: string | null;
}

/** Words were taken out of the text and all its moments (STM-29). */
export interface ErasureView {
  readonly id: string;
  /** Row with which they went; moments before have a gap there. */
  readonly seq: number;
  /** ISO 8601 */
  readonly at: string;
  readonly by: AuthorView;
  readonly reason: string;
  readonly characters: number;
  /** Ids of the paragraphs in which they stood. */
  readonly paragraphs: readonly string[];
}

/** A statement from which words were erased. */
export interface ErasedStatementView {
  readonly id: string;
  /** Of its text since (SYNC-24): a copy of an earlier one has the words still. */
  readonly epoch: number;
  /** The row with which the last of them went, and when, ISO 8601: what is of an earlier row may have them. */
  readonly seq: number;
  readonly at: string;
}

/** STM-29: nobody erases without saying why. */
export function erasureReasonFrom(input: string): string {
  const reason = input.trim().replace(/\s+/g, ' ');
  return reason === '' ? failStatement('statement.erasure-reason-empty') : reason;
}

/** A statement's title without words that are erased; the very same where it does not say them. */
export const titleWithout = (title: string, pattern: RegExp): string =>
  [...withoutWords(title, pattern)].slice(0, statementLimits.titleLength).join('');

/** A version's name without them, and another than those that are taken (in small letters). */
export function versionNameWithout(name: string, pattern: RegExp, taken: ReadonlySet<string>): string {
  const left = [...withoutWords(name, pattern)];
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : ` ${number}`;
    const called = left.slice(0, historyLimits.versionName - end.length).join('') + end;
    if (!taken.has(called.toLowerCase())) return called;
  }
}
