import { defineEvent } from '@plenary/ground/kernel';
import type { GroupRole } from './vocabulary.js';

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
