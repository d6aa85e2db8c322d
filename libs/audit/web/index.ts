import { withWords, type RoomWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';
import { managing } from './managing';

export const ActivityLink = lazyRouteComponent(() => import('./components/ActivityLink'), 'ActivityLink');
export { activitySearch } from './activity-search';

export const ActivityPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/ActivityPage')),
  'ActivityPage',
);

export const auditWords: RoomWords = {
  en: () => import('./messages/en.json'),
  es: () => import('./messages/es.json'),
  fr: () => import('./messages/fr.json'),
  ar: () => import('./messages/ar.json'),
};

/** Loaded by the page that needs them. */
export const auditManagingWords: RoomWords = {
  en: () => import('./messages/managing/en.json'),
  es: () => import('./messages/managing/es.json'),
  fr: () => import('./messages/managing/fr.json'),
  ar: () => import('./messages/managing/ar.json'),
};
