import { inside, withWords } from '@plenary/ground/web';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

export { useGroup } from './api/use-group';
export { useGroups } from './api/use-groups';
export { WhomPicker, type Whom } from './components/WhomPicker';
export { GroupWork } from './group-work';

const GroupsPage = lazyRouteComponent(
  withWords(['groups'], () => import('./pages/GroupsPage')),
  'GroupsPage',
);
const GroupPage = lazyRouteComponent(
  withWords(['groups'], () => import('./pages/GroupPage')),
  'GroupPage',
);

export const groupsRoom = {
  inside: [
    createRoute({ ...inside('/groups'), component: GroupsPage }),
    createRoute({ ...inside('/groups/$id'), component: GroupPage }),
  ],
  outside: [],
  ways: [],
} as const;
