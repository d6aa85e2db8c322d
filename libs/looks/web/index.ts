import { withWords } from '@plenary/ground/web';
import type { OrganisationFilling } from '@plenary/organisations/web';
import { lazyRouteComponent } from '@tanstack/react-router';
import { managing } from './managing';

/** Loaded while somebody looks. */
export const LookBar = lazyRouteComponent(
  withWords(['looks'], () => import('./components/LookBar')),
  'LookBar',
);
const SeeAs = lazyRouteComponent(
  withWords(managing, () => import('./components/SeeAs')),
  'SeeAs',
);

/** What this room adds to the pages of organisations and people. */
export const organisationFilling: OrganisationFilling = { key: 'looks', PersonActions: SeeAs };

export const looksRoom = { inside: [], outside: [], ways: [] } as const;
