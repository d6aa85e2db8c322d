import { withWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';

export const ActivityLink = lazyRouteComponent(
  withWords(['audit'], () => import('./components/ActivityLink')),
  'ActivityLink',
);
export { activitySearch } from './activity-search';
export { statementFilling } from './statement-filling';

export const ActivityPage = lazyRouteComponent(
  withWords(['audit'], () => import('./pages/ActivityPage'), 'record'),
  'ActivityPage',
);
