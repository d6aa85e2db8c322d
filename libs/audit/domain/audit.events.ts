import { defineEvent } from '@plenary/ground/kernel';

/** Subject: the person who took it. */
export const activityExported = defineEvent<'activity.exported', { lines: number }>({
  name: 'activity.exported',
  audience: () => ({ kind: 'nobody' }),
  record: { told: [{ as: 'count', key: 'lines', words: 'audit-record:lines' }] },
});
