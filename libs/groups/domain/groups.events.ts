import { defineEvent, type Audience, type Subject } from '@plenary/ground/kernel';
import { groupRequestsSubject } from './subjects.js';
import type { GroupAccess, GroupRole } from './vocabulary.js';

interface Told {
  readonly subject: Subject;
}
interface OfPerson extends Told {
  readonly payload: { readonly personId: string };
}

/** Everybody sees the groups, and who is in them. */
const toFollowers = ({ subject }: Told): Audience => ({ kind: 'subject', subject });
const toPersonAndFollowers = ({ subject, payload }: OfPerson): Audience => ({
  kind: 'several',
  of: [
    // They may read and write other texts from now on.
    { kind: 'people', personIds: [payload.personId], anew: true },
    { kind: 'subject', subject },
  ],
});
const toPersonAndLeads = ({ subject, payload }: OfPerson): Audience => ({
  kind: 'several',
  of: [
    { kind: 'people', personIds: [payload.personId] },
    { kind: 'subject', subject: groupRequestsSubject(subject.id) },
  ],
});

/** What they may do with the group's texts follows from it. */
const ofPerson = (event: { payload: { personId: string } }) => [event.payload.personId];

/** Subject: the group. Also said when a member becomes lead or a lead becomes member. */
export const groupMemberJoined = defineEvent<
  'group.member-joined',
  { personId: string; role: GroupRole; organisationId: string | null }
>({
  name: 'group.member-joined',
  audience: toPersonAndFollowers,
  standing: ofPerson,
  record: { told: [{ as: 'word', key: 'role', words: 'groups-record:role' }] },
});

/** Subject: the group. */
export const groupMemberLeft = defineEvent<'group.member-left', { personId: string }>({
  name: 'group.member-left',
  audience: toPersonAndFollowers,
  standing: ofPerson,
  record: {},
});

/** Subject: the group. */
export const groupCreated = defineEvent<'group.created', { access: GroupAccess }>({
  name: 'group.created',
  audience: toFollowers,
  record: { doneFor: 'coalition', told: [{ as: 'word', key: 'access', words: 'groups-record:access' }] },
});

/** Subject: the group. */
export const groupChanged = defineEvent<'group.changed', { fields: readonly string[] }>({
  name: 'group.changed',
  audience: toFollowers,
  record: { told: [{ as: 'parts', key: 'fields', words: 'groups-record:field' }] },
});

/** Subject: the group. It keeps its texts and people; nobody joins it any more. */
export const groupArchived = defineEvent<'group.archived', object>({
  name: 'group.archived',
  audience: toFollowers,
  record: { doneFor: 'coalition' },
});

/** Subject: the group. */
export const groupReopened = defineEvent<'group.reopened', object>({
  name: 'group.reopened',
  audience: toFollowers,
  record: { doneFor: 'coalition' },
});

/** Subject: the group. Told to who asks; its leads are told by e-mail. */
export const groupRequested = defineEvent<'group.requested', { personId: string }>({
  name: 'group.requested',
  audience: toPersonAndLeads,
  record: {},
});

/** Subject: the group. Accepting is `group.member-joined`. */
export const groupRequestDeclined = defineEvent<'group.request-declined', { personId: string }>({
  name: 'group.request-declined',
  audience: toPersonAndLeads,
  record: {},
});
