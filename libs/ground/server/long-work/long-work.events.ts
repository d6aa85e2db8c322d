import { defineEvent, type Audience, type PersonId, type Subject } from '@plenary/ground/kernel';

/** Whoever impersonates the person does not hear of it. */
const toPersonAlone = ({ payload }: { payload: { personId: PersonId } }): Audience => ({
  kind: 'people',
  personIds: [payload.personId],
  alone: true,
});

export const longWorkSubject = (id: string): Subject => ({ kind: 'long-work', id });

/** Subject: the work. */
export const longWorkBegun = defineEvent<'long-work.begun', { personId: PersonId }>({
  name: 'long-work.begun',
  audience: toPersonAlone,
});

/** Subject: the work. It is further than it was. */
export const longWorkWentOn = defineEvent<'long-work.went-on', { personId: PersonId }>({
  name: 'long-work.went-on',
  audience: toPersonAlone,
});

/** Subject: the work. Done, or refused. */
export const longWorkEnded = defineEvent<'long-work.ended', { personId: PersonId }>({
  name: 'long-work.ended',
  audience: toPersonAlone,
});
