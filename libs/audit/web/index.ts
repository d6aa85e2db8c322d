import { inside, withWords } from '@plenary/ground/web';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { activitySearch } from './activity-search';

const ActivityLink = lazyRouteComponent(
  withWords(['audit'], () => import('./components/ActivityLink')),
  'ActivityLink',
);
export { statementFilling } from './statement-filling';

const ActivityPage = lazyRouteComponent(
  withWords(['audit'], () => import('./pages/ActivityPage'), 'record'),
  'ActivityPage',
);

export const auditRoom = {
  inside: [createRoute({ ...inside('/activity'), component: ActivityPage, validateSearch: activitySearch })],
  outside: [],
  ways: [ActivityLink],
} as const;
