import { inside, withWords } from '@plenary/ground/web';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rightsSearch } from './rights-search';

const RightsLink = lazyRouteComponent(
  withWords(['rights'], () => import('./components/RightsLink')),
  'RightsLink',
);
const RightsPage = lazyRouteComponent(
  withWords(['rights', 'statements'], () => import('./pages/RightsPage'), 'permissions'),
  'RightsPage',
);

export const rightsRoom = {
  inside: [createRoute({ ...inside('/rights'), component: RightsPage, validateSearch: rightsSearch })],
  outside: [],
  ways: [RightsLink],
} as const;
