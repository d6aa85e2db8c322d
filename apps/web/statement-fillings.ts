import { statementFilling as activity } from '@plenary/audit/web';
import { statementFilling as comments, suggestionsFilling as suggestions } from '@plenary/comments/web';
import { returnFilling as returned, statementFilling as exchange } from '@plenary/exchange/web';
import type { StatementFilling } from '@plenary/statements/web';
import { statementFilling as tasks } from '@plenary/tasks/web';

/**
 * What rooms above statements add to the page of one, in the order in which it stands there. The room of statements
 * knows none of them; only the app knows all.
 */
export const statementFillings: readonly StatementFilling[] = [
  comments,
  suggestions,
  tasks,
  activity,
  exchange,
  returned,
];
