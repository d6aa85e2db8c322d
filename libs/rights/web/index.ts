import { withWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';

export const RightsLink = lazyRouteComponent(
  withWords(['rights'], () => import('./components/RightsLink')),
  'RightsLink',
);
export { rightsSearch } from './rights-search';

export const RightsPage = lazyRouteComponent(
  withWords(['rights', 'statements'], () => import('./pages/RightsPage'), 'deeds'),
  'RightsPage',
);
