import { oneLine } from '@plenary/ground/kernel';
import { failComment } from '../comments.errors.js';
import { commentLimits } from './vocabulary.js';

/** COM-6: the words of a comment, or of its translation, as they are kept. */
export const checkedText = (typed: string): string => checked(typed, commentLimits.textLength);

/** What was decided about a thread; it may be left empty where the outcome says it all. */
export const checkedNote = (typed: string): string =>
  typed.trim() === '' ? '' : checked(typed, commentLimits.noteLength);

function checked(typed: string, maximum: number): string {
  const text = typed.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  // Signs that nobody sees are no words either.
  if (oneLine(text) === '') return failComment('comment.text-empty');
  if (text.length > maximum) return failComment('comment.text-too-long', { length: text.length, maximum });
  return text;
}

/** The first words of a text, in one line; with a sign where there are more. */
export function beginningOf(text: string): string {
  const line = oneLine(text);
  const { beginningLength: most } = commentLimits;
  return line.length <= most ? line : `${cutTo(line, most).trimEnd()}…`;
}

/** As much of a text as fits, without half a sign at the end. */
export const cutTo = (text: string, most: number): string =>
  text.slice(0, most).replace(/\p{Surrogate}$/u, '');
