import { withWords } from '@plenary/ground/web';
import type { StatementFilling } from '@plenary/statements/web';
import { lazy } from 'react';

const dialog = withWords(['exchange'], () => import('./components/ExportStatement'));

/** A statement as a file, in the menu over its text; all of it is loaded when somebody opens that. */
export const statementFilling: StatementFilling = {
  key: 'exchange',
  act: {
    title: 'exchange:export',
    Icon: lazy(() => dialog().then(({ ExportIcon }) => ({ default: ExportIcon }))),
    Act: lazy(() => dialog().then(({ ExportStatement }) => ({ default: ExportStatement }))),
  },
};
