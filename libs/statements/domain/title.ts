import { failStatement } from './statements.errors.js';
import { statementLimits } from './vocabulary.js';

/** STM-1: a title is one line of 1 to 200 characters; white space around it and line breaks are taken away. */
export function titleFrom(input: string): string {
  const title = input
    .normalize('NFC')
    .replace(/[\s\u0000-\u001f\u007f]+/gu, ' ')
    .trim();
  // Invisible characters alone are no title either.
  if (title.replace(/[\p{Cf}\p{Zs}]/gu, '') === '') return failStatement('statement.title-empty');
  const length = [...title].length;
  if (length > statementLimits.titleLength) {
    return failStatement('statement.title-too-long', { length, maximum: statementLimits.titleLength });
  }
  return title;
}
