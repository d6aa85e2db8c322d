import { inside, outside, withWords } from '@plenary/ground/web';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { organisationsSearch, peopleSearch } from './list-search';
import { managing } from './managing';

export { useDoor } from './api/use-door';
export { useCoalition } from './api/use-coalition';
export { useMembership } from './api/use-membership';
export { useOrganisation } from './api/use-organisation';
export { useOrganisations } from './api/use-organisations';
export { usePeople } from './api/use-people';
export { BesideSignIn } from './coalition/BesideSignIn';
export { CoalitionBrand, CoalitionSign, useCoalitionLook } from './coalition/CoalitionSign';
export { InactiveOrganisations } from './members/InactiveOrganisations';
export { MoreFilters } from './lists/MoreFilters';
export { SpokenFor } from './members/SpokenFor';
export { SpeaksFor } from './members/SpeaksFor';
export { OrganisationSlots, type OrganisationFilling } from './slots/organisation-slots';

/** Loaded where it is shown: on the account page. */
export const Standing = lazyRouteComponent(
  withWords(['organisations'], () => import('./members/Standing')),
  'Standing',
);

export const EmailsKept = lazyRouteComponent(
  withWords(managing, () => import('./coalition/EmailsKept')),
  'EmailsKept',
);
const OrganisationsPage = lazyRouteComponent(
  withWords(managing, () => import('./organisations/OrganisationsPage')),
  'OrganisationsPage',
);
const OrganisationPage = lazyRouteComponent(
  withWords(managing, () => import('./organisations/OrganisationPage')),
  'OrganisationPage',
);
const PeoplePage = lazyRouteComponent(
  withWords(managing, () => import('./members/PeoplePage')),
  'PeoplePage',
);
const PersonPage = lazyRouteComponent(
  withWords(managing, () => import('./members/PersonPage')),
  'PersonPage',
);

/** For the home of a coalition that has just begun. */
export const FirstSteps = lazyRouteComponent(
  withWords(managing, () => import('./coalition/FirstSteps')),
  'FirstSteps',
);
const SettingsPage = lazyRouteComponent(
  withWords(managing, () => import('./coalition/SettingsPage')),
  'SettingsPage',
);
const SetUpPage = lazyRouteComponent(
  // It says itself, before anything is sent, that a logo is too large.
  withWords([...managing, 'errors-managing'], () => import('./coalition/SetUpPage')),
  'SetUpPage',
);
export const organisationsRoom = {
  inside: [
    createRoute({
      ...inside('/organisations'),
      component: OrganisationsPage,
      validateSearch: organisationsSearch,
    }),
    createRoute({ ...inside('/organisations/$id'), component: OrganisationPage }),
    createRoute({ ...inside('/settings'), component: SettingsPage }),
    createRoute({ ...inside('/people'), component: PeoplePage, validateSearch: peopleSearch }),
    createRoute({ ...inside('/people/$id'), component: PersonPage }),
  ],
  outside: [createRoute({ ...outside('/set-up'), component: SetUpPage })],
  ways: [],
} as const;
