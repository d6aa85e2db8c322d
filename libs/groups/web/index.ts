import { withWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';

export { useGroup } from './api/use-group';
export { useGroups } from './api/use-groups';
export { WhomPicker, type Whom } from './components/WhomPicker';

export const GroupsPage = lazyRouteComponent(
  withWords(['groups'], () => import('./pages/GroupsPage')),
  'GroupsPage',
);
export const GroupPage = lazyRouteComponent(
  withWords(['groups'], () => import('./pages/GroupPage')),
  'GroupPage',
);
