import { withWords } from '@plenary/ground/web';
import type { OrganisationFilling } from '@plenary/organisations/web';
import { lazyRouteComponent } from '@tanstack/react-router';
import { managing } from './managing';

/** Loaded while somebody impersonates. */
export const ImpersonationBar = lazyRouteComponent(
  withWords(['impersonation'], () => import('./components/ImpersonationBar')),
  'ImpersonationBar',
);
const SeeAs = lazyRouteComponent(
  withWords(managing, () => import('./components/SeeAs')),
  'SeeAs',
);

/** What this room adds to the pages of organisations and people. */
export const organisationFilling: OrganisationFilling = { key: 'impersonation', PersonActions: SeeAs };

export const impersonationRoom = { inside: [], outside: [], ways: [] } as const;
