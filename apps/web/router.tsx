import { ActivityPage, activitySearch } from '@plenary/audit/web';
import { WaitingPage } from '@plenary/ground/web';
import { GroupPage, GroupsPage } from '@plenary/groups/web';
import {
  AccountPage,
  ConfirmAddressPage,
  ForgottenPage,
  MyDataPage,
  OutsidePage,
  ResetPage,
  StopRecoveryPage,
} from '@plenary/identity/web';
import { MailboxPage, OperationPage } from '@plenary/operation/web';
import {
  ApplicationsPage,
  ApplyPage,
  ConfirmApplicationPage,
  ConfirmJoiningPage,
  ImportPage,
  JoinPage,
  OrganisationPage,
  OrganisationsPage,
  organisationsSearch,
  PeoplePage,
  peopleSearch,
  PersonPage,
  SettingsPage,
  SetUpPage,
} from '@plenary/organisations/web';
import { RightsPage, rightsSearch } from '@plenary/rights/web';
import { MyWords, StatementPage, StatementRightsPage, StatementsPage } from '@plenary/statements/web';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Home } from './home/Home';
import { BrokenPage } from './shell/Broken';
import { House } from './shell/House';
import { Lost } from './shell/Lost';

const root = createRootRoute({ notFoundComponent: Lost });
/** Everything behind the door. */
const house = createRoute({ getParentRoute: () => root, id: 'house', component: House });
const at = <Path extends string>(path: Path) => ({ getParentRoute: () => house, path }) as const;
const outside = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path }) as const;

const later = () => import('./account/AtWork');
const GroupWork = lazyRouteComponent(() => import('./home/GroupWork'), 'GroupWork');
const Standing = lazyRouteComponent(later, 'Standing');
const Ways = lazyRouteComponent(later, 'Ways');

/** The list of rooms, as addresses. */
const routes = [
  createRoute({ ...at('/'), component: Home }),
  createRoute({ ...at('/statements'), component: StatementsPage }),
  createRoute({ ...at('/statements/$id'), component: StatementPage, staticData: { frame: 'document' } }),
  createRoute({ ...at('/statements/$id/rights'), component: StatementRightsPage }),
  createRoute({ ...at('/organisations'), component: OrganisationsPage, validateSearch: organisationsSearch }),
  createRoute({ ...at('/organisations/applications'), component: ApplicationsPage }),
  createRoute({ ...at('/organisations/import'), component: ImportPage }),
  createRoute({ ...at('/organisations/$id'), component: OrganisationPage }),
  createRoute({ ...at('/settings'), component: SettingsPage }),
  createRoute({ ...at('/people'), component: PeoplePage, validateSearch: peopleSearch }),
  createRoute({ ...at('/people/$id'), component: PersonPage }),
  createRoute({ ...at('/groups'), component: GroupsPage }),
  createRoute({ ...at('/groups/$id'), component: () => <GroupPage Work={GroupWork} /> }),
  createRoute({ ...at('/activity'), component: ActivityPage, validateSearch: activitySearch }),
  createRoute({ ...at('/rights'), component: RightsPage, validateSearch: rightsSearch }),
  createRoute({ ...at('/operation'), component: OperationPage }),
  createRoute({
    ...at('/account'),
    component: () => <AccountPage standing={<Standing />} ways={<Ways />} />,
  }),
  createRoute({
    ...at('/account/data'),
    component: () => <MyDataPage words={<MyWords />} standing={<Standing />} />,
  }),
] as const;

/** Where letters and invitations lead: pages that ask nobody to sign in first. */
const doors = [
  createRoute({ ...outside('/set-up'), component: SetUpPage }),
  createRoute({ ...outside('/join'), component: JoinPage }),
  createRoute({ ...outside('/join/confirm'), component: ConfirmJoiningPage }),
  createRoute({ ...outside('/apply'), component: ApplyPage }),
  createRoute({ ...outside('/apply/confirm'), component: ConfirmApplicationPage }),
  createRoute({ ...outside('/mailbox'), component: MailboxPage }),
  createRoute({ ...outside('/forgotten'), component: ForgottenPage }),
  createRoute({ ...outside('/reset'), component: ResetPage }),
  createRoute({ ...outside('/confirm-address'), component: ConfirmAddressPage }),
  createRoute({ ...outside('/outside'), component: OutsidePage }),
  createRoute({ ...outside('/stop-recovery'), component: StopRecoveryPage }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([house.addChildren(routes), ...doors]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: WaitingPage,
  defaultErrorComponent: ({ error }) => <BrokenPage error={error} />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** `document` gives the page the whole screen: the house steps back to a narrow rail. */
    frame?: 'document';
  }
}
