import { withWords, type RoomWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';
import { managing } from './managing';

export { useGroup } from './api/use-group';
export { useGroups } from './api/use-groups';

export const GroupsPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/GroupsPage')),
  'GroupsPage',
);
export const GroupPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/GroupPage')),
  'GroupPage',
);

export const groupsWords: RoomWords = {
  en: () => import('./messages/en.json'),
  es: () => import('./messages/es.json'),
  fr: () => import('./messages/fr.json'),
  ar: () => import('./messages/ar.json'),
};

/** Loaded by the pages that need them. */
export const groupsManagingWords: RoomWords = {
  en: () => import('./messages/managing/en.json'),
  es: () => import('./messages/managing/es.json'),
  fr: () => import('./messages/managing/fr.json'),
  ar: () => import('./messages/managing/ar.json'),
};
