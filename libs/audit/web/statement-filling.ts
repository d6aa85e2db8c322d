import { withWords } from '@plenary/ground/web';
import type { StatementFilling } from '@plenary/statements/web';
import { lazy } from 'react';

const readers = () => import('./components/ActivityReaders');
const activity = withWords(['audit'], () => import('./components/StatementActivity'), 'record');

/** What was done about a statement, at the side of its text; all of it is loaded when there is a text. */
export const statementFilling: StatementFilling = {
  key: 'audit',
  panel: {
    title: 'audit:link',
    Icon: lazy(() => readers().then(({ ActivityIcon }) => ({ default: ActivityIcon }))),
    For: lazy(() => readers().then(({ ActivityReaders }) => ({ default: ActivityReaders }))),
    Panel: lazy(() => activity().then(({ StatementActivity }) => ({ default: StatementActivity }))),
  },
};
