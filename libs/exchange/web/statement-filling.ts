import { withWords } from '@plenary/ground/web';
import type { StatementFilling } from '@plenary/statements/web';
import { lazy } from 'react';

const dialog = withWords(['exchange'], () => import('./components/ExportStatement'));

const link = withWords(['exchange'], () => import('./components/FromFileLink'));

/**
 * A statement as a file, in the menu over its text; a file as a statement, on their list. All of it is loaded when
 * somebody opens one or the other.
 */
export const statementFilling: StatementFilling = {
  key: 'exchange',
  Begin: lazy(() => link().then(({ FromFileLink }) => ({ default: FromFileLink }))),
  act: {
    title: 'exchange:export',
    Icon: lazy(() => dialog().then(({ ExportIcon }) => ({ default: ExportIcon }))),
    Act: lazy(() => dialog().then(({ ExportStatement }) => ({ default: ExportStatement }))),
  },
};

const wayBack = withWords(['exchange'], () => import('./components/BringBack'));

/** A Word file that comes back, in the same menu. */
export const returnFilling: StatementFilling = {
  key: 'exchange-return',
  act: {
    title: 'exchange:return',
    Icon: lazy(() => wayBack().then(({ BringBackIcon }) => ({ default: BringBackIcon }))),
    Act: lazy(() => wayBack().then(({ BringBack }) => ({ default: BringBack }))),
  },
};
