import { failStatement } from '../statements.errors.js';

export const historyLimits = {
  versionName: 80,
  versionNote: 2_000,
  /** Of one statement. */
  versions: 200,
  /** Paragraphs that are told as read at once. */
  readAtOnce: 1_000,
  /** Statements whose unread changes are counted at once. */
  countedAtOnce: 20,
  /** Of one statement, the latest steps of which its unread changes are counted. */
  countedSteps: 100,
} as const;

/** STM-24: one line of 1 to 80 characters, after white space around it is taken away. */
export function versionNameFrom(input: string): string {
  const name = input.trim().replace(/\s+/g, ' ');
  if (name === '') return failStatement('statement.version-name-empty');
  if ([...name].length > historyLimits.versionName)
    return failStatement('statement.version-name-too-long', { maximum: historyLimits.versionName });
  return name;
}
