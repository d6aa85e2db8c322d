import { withWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';
import { managing } from './managing';

export const ActivityLink = lazyRouteComponent(() => import('./components/ActivityLink'), 'ActivityLink');
export { activitySearch } from './activity-search';
export { statementFilling } from './statement-filling';

export const ActivityPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/ActivityPage'), 'record'),
  'ActivityPage',
);
