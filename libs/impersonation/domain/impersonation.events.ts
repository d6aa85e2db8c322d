import { defineEvent, type Audience } from '@plenary/ground/kernel';

/** Not to whoever impersonates the person. */
const toPersonAlone = ({ payload }: { readonly payload: { readonly personId: string } }): Audience => ({
  kind: 'people',
  personIds: [payload.personId],
  alone: true,
});

/** Subject: the person whom a coordinator impersonates (ORG-20). Told to them, by e-mail, too. */
export const impersonationBegun = defineEvent<
  'look.begun',
  { personId: string; lookId: string; reason: string }
>({
  name: 'look.begun',
  audience: toPersonAlone,
  record: { doneFor: 'coalition', told: [{ as: 'reason', key: 'reason' }] },
});

/** Subject: the impersonation. Its sockets are closed. */
export const impersonationEnded = defineEvent<'look.ended', { personId: string }>({
  name: 'look.ended',
  audience: toPersonAlone,
  record: { doneFor: 'coalition' },
});
