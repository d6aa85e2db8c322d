import { covers } from '@plenary/ground/kernel';
import type { StatementLineView } from './statement.view.js';

/**
 * STM-21: which statement a person opens first. One that they may write in and that somebody else changed last; else one
 * that they may write in; then one to comment on; then one to read. The newest change first; a text without words never.
 */
export function whatNeedsMe<Line extends Pick<StatementLineView, 'right' | 'wordCount' | 'lastChange'>>(
  lines: readonly Line[],
  personId: string,
): Line | null {
  const rank = ({ right, lastChange }: Line): number => {
    if (covers(right, 'edit')) return lastChange.by?.personId === personId ? 1 : 0;
    return covers(right, 'comment') ? 2 : 3;
  };
  const [first = null] = lines
    .filter(({ wordCount }) => wordCount > 0)
    .sort((one, other) => rank(one) - rank(other) || other.lastChange.at.localeCompare(one.lastChange.at));
  return first;
}
