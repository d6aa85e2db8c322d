import { withWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';
import { managing } from './managing';

export const RightsLink = lazyRouteComponent(() => import('./components/RightsLink'), 'RightsLink');
export { rightsSearch } from './rights-search';

export const RightsPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/RightsPage'), 'deeds'),
  'RightsPage',
);
