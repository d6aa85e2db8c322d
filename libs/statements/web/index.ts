import { withWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';
import { writing } from './writing';

export { useStatements } from './api/use-statements';
export { useReason } from './components/use-reason';
export { statementCopies } from './copies';
export { BesideParagraph } from './slots/Margins';
export { StatementSlots, type InStatement, type StatementFilling } from './slots/statement-slots';

export const MyWords = lazyRouteComponent(() => import('./components/MyWords'), 'MyWords');
export const OnThisDevice = lazyRouteComponent(() => import('./components/OnThisDevice'), 'OnThisDevice');
export const StatementsPage = lazyRouteComponent(() => import('./pages/StatementsPage'), 'StatementsPage');
export const StatementPage = lazyRouteComponent(
  withWords(writing, () => import('./pages/StatementPage')),
  'StatementPage',
);
export const StatementRightsPage = lazyRouteComponent(
  () => import('./pages/StatementRightsPage'),
  'StatementRightsPage',
);
