import { oneLine } from '@plenary/ground/kernel';
import { failStatement } from './statements.errors.js';
import { statementLimits } from './vocabulary.js';

/** STM-1: a title is one line of 1 to 200 characters; white space around it, line breaks, and what nobody sees are taken away. */
export function titleFrom(input: string): string {
  // Invisible characters alone are no title either.
  const title = oneLine(input.normalize('NFC'));
  if (title === '') return failStatement('statement.title-empty');
  const length = [...title].length;
  if (length > statementLimits.titleLength) {
    return failStatement('statement.title-too-long', { length, maximum: statementLimits.titleLength });
  }
  return title;
}
