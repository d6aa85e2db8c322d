import { defineEvent } from '@plenary/ground/kernel';
import type { CoalitionRole, OrganisationState, RepresentativeRole } from './vocabulary.js';

const toCoalition = () => ({ kind: 'coalition' }) as const;
/** Membership may be a secret (unlisted organisations): told to the person concerned alone. */
const toPerson = (event: { payload: { personId: string } }) =>
  ({ kind: 'people', personIds: [event.payload.personId] }) as const;

/** Subject: the organisation. Everybody's rights through it change with it. */
export const organisationStateChanged = defineEvent<
  'organisation.state-changed',
  { state: OrganisationState; before: OrganisationState }
>({ name: 'organisation.state-changed', audience: toCoalition });

/** Subject: the organisation. */
export const representativeNamed = defineEvent<
  'organisation.representative-named',
  { personId: string; role: RepresentativeRole }
>({ name: 'organisation.representative-named', audience: toPerson });

/** Subject: the organisation. */
export const representativeWithdrawn = defineEvent<
  'organisation.representative-withdrawn',
  { personId: string }
>({ name: 'organisation.representative-withdrawn', audience: toPerson });

/** Subject: the person. */
export const coalitionRoleGiven = defineEvent<
  'coalition.role-given',
  { personId: string; role: CoalitionRole }
>({ name: 'coalition.role-given', audience: toPerson });

/** Subject: the person. */
export const coalitionRoleWithdrawn = defineEvent<
  'coalition.role-withdrawn',
  { personId: string; role: CoalitionRole }
>({ name: 'coalition.role-withdrawn', audience: toPerson });
