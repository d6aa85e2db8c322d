import { defineEvent } from '@plenary/ground/kernel';
import type { CoalitionRole, MandateKind, OrganisationState, RepresentativeRole } from './vocabulary.js';

/** What the record of an organisation stands under. */
export const organisationSubject = (id: string) => ({ kind: 'organisation', id }) as const;

const toCoalition = () => ({ kind: 'coalition' }) as const;
/** Membership may be a secret (unlisted organisations): told to the person concerned alone. */
const toPerson = (event: { payload: { personId: string } }) =>
  ({ kind: 'people', personIds: [event.payload.personId] }) as const;

/**
 * Subject: the organisation. Everybody's rights through it change with it. ORG-3: of one that not everybody finds, only
 * those are `told` who do. `takesBack`: the event that it undoes (ORG-21).
 */
export const organisationStateChanged = defineEvent<
  'organisation.state-changed',
  {
    state: OrganisationState;
    before: OrganisationState;
    reason?: string;
    takesBack?: string;
    told?: readonly string[];
  }
>({
  name: 'organisation.state-changed',
  audience: ({ payload: { told } }) => (told ? { kind: 'people', personIds: told } : { kind: 'coalition' }),
});

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

/** Subject: the coalition. */
export const coalitionSetUp = defineEvent<'coalition.set-up', { coordinatorId: string }>({
  name: 'coalition.set-up',
  audience: () => ({ kind: 'nobody' }),
});

/** Subject: the coalition. */
export const coalitionChanged = defineEvent<'coalition.changed', { fields: readonly string[] }>({
  name: 'coalition.changed',
  audience: toCoalition,
});

/** Subject: the organisation. */
export const organisationAdded = defineEvent<'organisation.added', { state: OrganisationState }>({
  name: 'organisation.added',
  // An unlisted one is a secret; lists are asked for anew when opened.
  audience: () => ({ kind: 'nobody' }),
});

/** Subject: the organisation. */
export const organisationChanged = defineEvent<'organisation.changed', { fields: readonly string[] }>({
  name: 'organisation.changed',
  audience: () => ({ kind: 'nobody' }),
});

/** Subject: the person. They speak for another of their organisations from now on. */
export const spokesChosen = defineEvent<
  'organisation.spokes-chosen',
  { personId: string; organisationId: string }
>({ name: 'organisation.spokes-chosen', audience: toPerson });

/** Subject: the organisation, or the coalition. */
export const invitationMade = defineEvent<
  'invitation.made',
  {
    invitationId: string;
    organisationId: string | null;
    role: RepresentativeRole | null;
    coalitionRole: CoalitionRole | null;
    mostUses: number;
  }
>({ name: 'invitation.made', audience: () => ({ kind: 'nobody' }) });

/** Subject: as of `invitation.made`. */
export const invitationRevoked = defineEvent<'invitation.revoked', { invitationId: string }>({
  name: 'invitation.revoked',
  audience: () => ({ kind: 'nobody' }),
});

/** Subject: as of `invitation.made`. Its letter was written anew, with another secret. */
export const invitationRenewed = defineEvent<'invitation.renewed', { invitationId: string }>({
  name: 'invitation.renewed',
  audience: () => ({ kind: 'nobody' }),
});

/** Subject: the person who did it. People who have not come yet were written to once more. */
export const peopleWrittenTo = defineEvent<'organisation.people-written-to', { people: number }>({
  name: 'organisation.people-written-to',
  audience: () => ({ kind: 'nobody' }),
});

/** Subject: as of `invitation.made`. */
export const invitationUsed = defineEvent<'invitation.used', { invitationId: string; personId: string }>({
  name: 'invitation.used',
  audience: toPerson,
});

/** Subject: the person who did it. */
export const listImported = defineEvent<
  'organisation.list-imported',
  { organisations: number; people: number; named: number }
>({ name: 'organisation.list-imported', audience: () => ({ kind: 'nobody' }) });

/** Subject: the organisation that applies. */
export const applicationNoted = defineEvent<'organisation.application-noted', { opinion: string | null }>({
  name: 'organisation.application-noted',
  audience: () => ({ kind: 'nobody' }),
});

/** Subject: the person who took it. */
export const listExported = defineEvent<
  'organisation.list-exported',
  { lines: number; unlisted: boolean; addresses: boolean }
>({ name: 'organisation.list-exported', audience: () => ({ kind: 'nobody' }) });

/** Subject: the organisation. Told to the person, and by letter to all its focal points. */
export const mandateGiven = defineEvent<
  'organisation.mandate-given',
  {
    personId: string;
    mandateId: string;
    kind: MandateKind;
    alternate: boolean;
    from: string;
    until: string | null;
  }
>({ name: 'organisation.mandate-given', audience: toPerson });

/** Subject: the organisation. */
export const mandateEnded = defineEvent<
  'organisation.mandate-ended',
  { personId: string; mandateId: string; kind: MandateKind }
>({ name: 'organisation.mandate-ended', audience: toPerson });

/** Subject: the organisation that goes on as another. Rooms above move what they hold of it. */
export const organisationMerged = defineEvent<'organisation.merged', { into: string; reason: string }>({
  name: 'organisation.merged',
  audience: () => ({ kind: 'nobody' }),
});

/** Subject: the person as whom a coordinator looks (ORG-20). Told to them, by letter, too. */
export const lookBegun = defineEvent<'look.begun', { personId: string; lookId: string; reason: string }>({
  name: 'look.begun',
  audience: toPerson,
});

/** Subject: the look. Its sockets are closed. */
export const lookEnded = defineEvent<'look.ended', { personId: string }>({
  name: 'look.ended',
  audience: toPerson,
});
