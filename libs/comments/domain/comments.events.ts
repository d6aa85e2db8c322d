import { defineEvent } from '@plenary/ground/kernel';

/** Subject: what was added. Everybody who shows it, or the list, hears of it. */
export const commentAdded = defineEvent<'comment.added', object>({
  name: 'comment.added',
  audience: ({ subject }) => ({ kind: 'subject', subject }),
  record: { doneFor: 'coalition' },
});
