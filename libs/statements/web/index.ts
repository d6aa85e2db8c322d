import type { RoomWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';

export { useStatements } from './api/use-statements';
export { useReason } from './components/use-reason';
export { statementCopies } from './copies';

export const StatementsPage = lazyRouteComponent(() => import('./pages/StatementsPage'), 'StatementsPage');
export const StatementPage = lazyRouteComponent(() => import('./pages/StatementPage'), 'StatementPage');
export const StatementRightsPage = lazyRouteComponent(
  () => import('./pages/StatementRightsPage'),
  'StatementRightsPage',
);

export const statementsWords: RoomWords = {
  en: () => import('./messages/en.json'),
  es: () => import('./messages/es.json'),
  fr: () => import('./messages/fr.json'),
  ar: () => import('./messages/ar.json'),
};
