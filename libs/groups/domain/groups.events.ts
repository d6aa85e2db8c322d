import { defineEvent } from '@plenary/ground/kernel';
import type { GroupAccess, GroupRole } from './vocabulary.js';

const toCoalition = () => ({ kind: 'coalition' }) as const;

/** Subject: the group. Also said when a member becomes lead or a lead becomes member. */
export const groupMemberJoined = defineEvent<
  'group.member-joined',
  { personId: string; role: GroupRole; organisationId: string | null }
>({ name: 'group.member-joined', audience: toCoalition });

/** Subject: the group. */
export const groupMemberLeft = defineEvent<'group.member-left', { personId: string }>({
  name: 'group.member-left',
  audience: toCoalition,
});

/** Subject: the group. */
export const groupCreated = defineEvent<'group.created', { access: GroupAccess }>({
  name: 'group.created',
  audience: toCoalition,
});

/** Subject: the group. */
export const groupChanged = defineEvent<'group.changed', { fields: readonly string[] }>({
  name: 'group.changed',
  audience: toCoalition,
});

/** Subject: the group. It keeps its texts and people; nobody joins it any more. */
export const groupArchived = defineEvent<'group.archived', object>({
  name: 'group.archived',
  audience: toCoalition,
});

/** Subject: the group. */
export const groupReopened = defineEvent<'group.reopened', object>({
  name: 'group.reopened',
  audience: toCoalition,
});

/** Subject: the group. Told to who asks; its leads are told by letter. */
export const groupRequested = defineEvent<'group.requested', { personId: string }>({
  name: 'group.requested',
  audience: ({ payload }) => ({ kind: 'people', personIds: [payload.personId] }),
});

/** Subject: the group. Taking in is `group.member-joined`. */
export const groupRequestDeclined = defineEvent<'group.request-declined', { personId: string }>({
  name: 'group.request-declined',
  audience: ({ payload }) => ({ kind: 'people', personIds: [payload.personId] }),
});
