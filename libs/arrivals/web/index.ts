import { inside, outside, withWords } from '@plenary/ground/web';
import type { OrganisationFilling } from '@plenary/organisations/web';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { managing } from './managing';

const ApplicationsPage = lazyRouteComponent(
  withWords(managing, () => import('./applications/ApplicationsPage')),
  'ApplicationsPage',
);
const ApplyPage = lazyRouteComponent(
  withWords(managing, () => import('./applications/ApplyPage')),
  'ApplyPage',
);
const ConfirmApplicationPage = lazyRouteComponent(
  withWords(managing, () => import('./applications/ConfirmApplicationPage')),
  'ConfirmApplicationPage',
);
const JoinPage = lazyRouteComponent(
  withWords(managing, () => import('./invitations/JoinPage')),
  'JoinPage',
);
const ConfirmJoiningPage = lazyRouteComponent(
  withWords(managing, () => import('./invitations/ConfirmJoiningPage')),
  'ConfirmJoiningPage',
);
const ImportPage = lazyRouteComponent(
  withWords(managing, () => import('./lists/ImportPage')),
  'ImportPage',
);
const WaysIn = lazyRouteComponent(
  withWords(managing, () => import('./applications/WaysIn')),
  'WaysIn',
);
const Invitations = lazyRouteComponent(
  withWords(managing, () => import('./invitations/Invitations')),
  'Invitations',
);
const DownloadChosen = lazyRouteComponent(
  withWords(managing, () => import('./lists/DownloadChosen')),
  'DownloadChosen',
);

/** What this room adds to the pages of organisations and people. */
export const organisationFilling: OrganisationFilling = {
  key: 'arrivals',
  Invitations,
  ListActions: WaysIn,
  WithChosen: { title: 'arrivals:bulk.download', Dialog: DownloadChosen },
};

export const arrivalsRoom = {
  inside: [
    createRoute({ ...inside('/organisations/applications'), component: ApplicationsPage }),
    createRoute({ ...inside('/organisations/import'), component: ImportPage }),
  ],
  outside: [
    createRoute({ ...outside('/join'), component: JoinPage }),
    createRoute({ ...outside('/join/confirm'), component: ConfirmJoiningPage }),
    createRoute({ ...outside('/apply'), component: ApplyPage }),
    createRoute({ ...outside('/apply/confirm'), component: ConfirmApplicationPage }),
  ],
  ways: [],
} as const;
