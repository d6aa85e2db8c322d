import type { RoomWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';

export { useGroup } from './api/use-group';
export { useGroups } from './api/use-groups';

export const GroupsPage = lazyRouteComponent(() => import('./pages/GroupsPage'), 'GroupsPage');
export const GroupPage = lazyRouteComponent(() => import('./pages/GroupPage'), 'GroupPage');

export const groupsWords: RoomWords = {
  en: () => import('./messages/en.json'),
  es: () => import('./messages/es.json'),
  fr: () => import('./messages/fr.json'),
  ar: () => import('./messages/ar.json'),
};
