import { oneLine } from '@plenary/ground/kernel';
import { isCoordinator } from '@plenary/organisations/domain';
import { failComment } from './comments.errors.js';

export const commentLimits = { nameLength: 200 } as const;

/** COM-1: the name as it is kept. */
export function checkedName(typed: string): string {
  const name = oneLine(typed);
  return name === '' ? failComment('comment.name-empty') : name;
}

/** COM-2 */
export const mayAdd = isCoordinator;
