import type { Subject } from '@plenary/ground/kernel';

/** Who applies: of interest to those who lead the group. */
export const groupRequestsSubject = (groupId: string): Subject => ({ kind: 'group-requests', id: groupId });
