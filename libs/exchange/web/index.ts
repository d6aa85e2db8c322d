import { inside, withWords } from '@plenary/ground/web';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

export { returnFilling, statementFilling } from './statement-filling';

const FromFilePage = lazyRouteComponent(
  withWords(['exchange', 'exchange-return', 'work-managing'], () => import('./pages/FromFilePage')),
  'FromFilePage',
);

const ReturnedPage = lazyRouteComponent(
  withWords(['exchange', 'exchange-return', 'work-managing'], () => import('./returned/ReturnedPage')),
  'ReturnedPage',
);

export const exchangeRoom = {
  inside: [
    createRoute({ ...inside('/statements/from-file'), component: FromFilePage }),
    createRoute({ ...inside('/statements/$id/returned'), component: ReturnedPage }),
  ],
  outside: [],
  ways: [],
} as const;
