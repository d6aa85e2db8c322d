import { inside, withWords } from '@plenary/ground/web';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { historySearch } from './history/history-search';
import { writingHistory } from './history/words';
import { writing } from './writing';

export { afterTheText } from './after-the-text';
export { useStatements } from './api/use-statements';
export { useLookAnew, useUnreadCounts } from './api/use-unread-counts';
export { useReason } from './components/use-reason';
export { statementCopies } from './copies';
export { useErasures } from './use-erasures';
export {
  ShownTextOfPage,
  StatementSlots,
  useShownText,
  type InStatement,
  type ShownText,
  type StatementFilling,
  type TextInstead,
} from './slots/statement-slots';

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

const HistoryPage = lazyRouteComponent(
  withWords(writingHistory, () => import('./history/HistoryPage')),
  'HistoryPage',
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
    createRoute({
      ...inside('/statements/$id/history'),
      component: HistoryPage,
      validateSearch: historySearch,
    }),
  ],
  outside: [],
  ways: [],
} as const;
