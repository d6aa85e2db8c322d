import { withWords, type RoomWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';
import { managing } from './managing';

export const RightsLink = lazyRouteComponent(() => import('./components/RightsLink'), 'RightsLink');
export { rightsSearch } from './rights-search';

export const RightsPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/RightsPage')),
  'RightsPage',
);

export const rightsWords: RoomWords = {
  en: () => import('./messages/en.json'),
  es: () => import('./messages/es.json'),
  fr: () => import('./messages/fr.json'),
  ar: () => import('./messages/ar.json'),
};

/** Loaded by the page that needs them. */
export const rightsManagingWords: RoomWords = {
  en: () => import('./messages/managing/en.json'),
  es: () => import('./messages/managing/es.json'),
  fr: () => import('./messages/managing/fr.json'),
  ar: () => import('./messages/managing/ar.json'),
};
