import { withWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';
import { managing } from './managing';

export { useDoor } from './api/use-door';
export { useCoalition } from './api/use-coalition';
export { useMembership } from './api/use-membership';
export { useOrganisation } from './api/use-organisation';
export { useOrganisations } from './api/use-organisations';
export { usePeople } from './api/use-people';
export { AtTheDoor } from './components/AtTheDoor';
export { CoalitionBrand, CoalitionSign, useCoalitionLook } from './components/CoalitionSign';
export { InactiveOrganisations } from './components/InactiveOrganisations';
export { MoreFilters } from './components/MoreFilters';
export { SpokenFor } from './components/SpokenFor';
export { SpeaksFor } from './components/SpeaksFor';
export { organisationsSearch, peopleSearch } from './list-search';

/** Loaded where they are shown: on the account page, and while somebody looks. */
export const Standing = lazyRouteComponent(
  withWords(['organisations'], () => import('./components/Standing')),
  'Standing',
);
export const LookBar = lazyRouteComponent(
  withWords(['organisations'], () => import('./components/LookBar')),
  'LookBar',
);

export const LettersKept = lazyRouteComponent(
  withWords(managing, () => import('./components/LettersKept')),
  'LettersKept',
);
export const OrganisationsPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/OrganisationsPage')),
  'OrganisationsPage',
);
export const OrganisationPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/OrganisationPage')),
  'OrganisationPage',
);
export const PeoplePage = lazyRouteComponent(
  withWords(managing, () => import('./pages/PeoplePage')),
  'PeoplePage',
);
export const PersonPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/PersonPage')),
  'PersonPage',
);

/** For the home of a coalition that has just begun. */
export const FirstSteps = lazyRouteComponent(
  withWords(managing, () => import('./components/FirstSteps')),
  'FirstSteps',
);
export const ImportPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/ImportPage')),
  'ImportPage',
);
export const ApplyPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/ApplyPage')),
  'ApplyPage',
);
export const ConfirmApplicationPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/ConfirmApplicationPage')),
  'ConfirmApplicationPage',
);
export const ApplicationsPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/ApplicationsPage')),
  'ApplicationsPage',
);
export const SettingsPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/SettingsPage')),
  'SettingsPage',
);
export const SetUpPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/SetUpPage')),
  'SetUpPage',
);
export const JoinPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/JoinPage')),
  'JoinPage',
);
export const ConfirmJoiningPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/ConfirmJoiningPage')),
  'ConfirmJoiningPage',
);
