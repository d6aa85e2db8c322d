import type { RoomWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';

export { useDoor } from './api/use-door';
export { useCoalition } from './api/use-coalition';
export { useMembership } from './api/use-membership';
export { useOrganisation } from './api/use-organisation';
export { useOrganisations } from './api/use-organisations';
export { usePeople } from './api/use-people';
export { SpeaksFor } from './components/SpeaksFor';
export { Standing } from './components/Standing';
export { organisationsSearch, peopleSearch } from './list-search';

export const OrganisationsPage = lazyRouteComponent(
  () => import('./pages/OrganisationsPage'),
  'OrganisationsPage',
);
export const OrganisationPage = lazyRouteComponent(
  () => import('./pages/OrganisationPage'),
  'OrganisationPage',
);
export const PeoplePage = lazyRouteComponent(() => import('./pages/PeoplePage'), 'PeoplePage');
export const PersonPage = lazyRouteComponent(() => import('./pages/PersonPage'), 'PersonPage');

export const SetUpPage = lazyRouteComponent(() => import('./pages/SetUpPage'), 'SetUpPage');
export const JoinPage = lazyRouteComponent(() => import('./pages/JoinPage'), 'JoinPage');
export const ConfirmJoiningPage = lazyRouteComponent(
  () => import('./pages/ConfirmJoiningPage'),
  'ConfirmJoiningPage',
);

export const organisationsWords: RoomWords = {
  en: () => import('./messages/en.json'),
  es: () => import('./messages/es.json'),
  fr: () => import('./messages/fr.json'),
  ar: () => import('./messages/ar.json'),
};
