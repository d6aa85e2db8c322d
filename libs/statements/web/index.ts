import { inside, withWords } from '@plenary/ground/web';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { writing } from './writing';

export { useStatements } from './api/use-statements';
export { useReason } from './components/use-reason';
export { statementCopies } from './copies';
export { StatementSlots, type InStatement, type StatementFilling } from './slots/statement-slots';

export const MyWords = lazyRouteComponent(
  withWords(['statements'], () => import('./components/MyWords')),
  'MyWords',
);
export const OnThisDevice = lazyRouteComponent(
  withWords(['statements'], () => import('./components/OnThisDevice')),
  'OnThisDevice',
);
const StatementsPage = lazyRouteComponent(
  withWords(['statements'], () => import('./pages/StatementsPage')),
  'StatementsPage',
);
const StatementPage = lazyRouteComponent(
  withWords(writing, () => import('./pages/StatementPage')),
  'StatementPage',
);
const StatementRightsPage = lazyRouteComponent(
  withWords(['statements'], () => import('./pages/StatementRightsPage')),
  'StatementRightsPage',
);

export const statementsRoom = {
  inside: [
    createRoute({ ...inside('/statements'), component: StatementsPage }),
    createRoute({
      ...inside('/statements/$id'),
      component: StatementPage,
      staticData: { frame: 'document' },
    }),
    createRoute({ ...inside('/statements/$id/rights'), component: StatementRightsPage }),
  ],
  outside: [],
  ways: [],
} as const;
