import { inside, withWords } from '@plenary/ground/web';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

export { statementFilling } from './statement-filling';

const FromFilePage = lazyRouteComponent(
  withWords(['exchange'], () => import('./pages/FromFilePage')),
  'FromFilePage',
);

export const exchangeRoom = {
  inside: [createRoute({ ...inside('/statements/from-file'), component: FromFilePage })],
  outside: [],
  ways: [],
} as const;
