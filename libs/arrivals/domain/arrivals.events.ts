import { defineEvent, type Audience, type Subject } from '@plenary/ground/kernel';
import type { CoalitionRole, RepresentativeRole } from '@plenary/organisations/domain';
import { applicationSubject, invitationsSubject } from './subjects.js';

interface Told {
  readonly subject: Subject;
}
const toInviters = ({ subject }: Told): Audience => ({
  kind: 'subject',
  subject: invitationsSubject(subject.kind === 'organisation' ? subject.id : null),
});
const toNobody = (): Audience => ({ kind: 'nobody' });

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
>({
  name: 'invitation.made',
  audience: toInviters,
  record: {
    doneFor: 'subject',
    told: [
      { as: 'word', key: 'coalitionRole', words: 'organisations:role' },
      { as: 'word', key: 'role', words: 'organisations:representative' },
    ],
  },
});

/** Subject: as of `invitation.made`. */
export const invitationRevoked = defineEvent<'invitation.revoked', { invitationId: string }>({
  name: 'invitation.revoked',
  audience: toInviters,
  record: { doneFor: 'subject' },
});

/** Subject: as of `invitation.made`. Its e-mail was written anew, with another secret. */
export const invitationRenewed = defineEvent<'invitation.renewed', { invitationId: string }>({
  name: 'invitation.renewed',
  audience: toInviters,
  record: { doneFor: 'subject' },
});

/** Subject: as of `invitation.made`. */
export const invitationUsed = defineEvent<'invitation.used', { invitationId: string; personId: string }>({
  name: 'invitation.used',
  audience: (told) => ({
    kind: 'several',
    of: [{ kind: 'people', personIds: [told.payload.personId] }, toInviters(told)],
  }),
  record: { doneFor: 'subject' },
});

/** What a list did, or what was undone of it. */
interface CountsOfList {
  readonly organisations: number;
  readonly people: number;
}

/** Of a list it is on record how much it was, and not what. */
const ofList = {
  audience: toNobody,
  record: {
    doneFor: 'coalition',
    told: [
      { as: 'count', key: 'organisations', words: 'arrivals-record:organisations' },
      { as: 'count', key: 'people', words: 'organisations-record:people' },
    ],
  },
} as const;

/** Subject: the person who did it. */
export const listImported = defineEvent<'organisation.list-imported', CountsOfList & { named: number }>({
  name: 'organisation.list-imported',
  ...ofList,
});

/** Subject: the person who did it. What the list had made is gone again (ORG-30). */
export const importUndone = defineEvent<'organisation.list-taken-back', CountsOfList>({
  name: 'organisation.list-taken-back',
  ...ofList,
});

/** Subject: the person who took it. */
export const listExported = defineEvent<
  'organisation.list-exported',
  { lines: number; unlisted: boolean; addresses: boolean }
>({
  name: 'organisation.list-exported',
  audience: toNobody,
  record: {
    doneFor: 'coalition',
    told: [
      { as: 'count', key: 'lines', words: 'arrivals-record:lines' },
      { as: 'flag', key: 'addresses', words: 'arrivals-record:with-addresses' },
      { as: 'flag', key: 'unlisted', words: 'arrivals-record:with-unlisted' },
    ],
  },
});

/** Subject: the organisation that applies. */
export const applicationNoted = defineEvent<'organisation.application-noted', { opinion: string | null }>({
  name: 'organisation.application-noted',
  audience: ({ subject }) => ({ kind: 'subject', subject: applicationSubject(subject.id) }),
  record: { doneFor: 'coalition' },
});
