import { defineEvent, type Audience, type Subject } from '@plenary/ground/kernel';
import { deviceHelpSubject } from './subjects.js';

/** About the account: told to the person alone, and not to who impersonates them. Payloads hold ids and no names. */
const toPerson = (event: { payload: { personId: string } }): Audience => ({
  kind: 'people',
  personIds: [event.payload.personId],
  alone: true,
});
/** Everybody who has signed in may see who there is; told to those who show them. */
const toFollowers = ({ subject }: { subject: Subject }): Audience => ({ kind: 'subject', subject });

/** Their rights follow from how they can sign in, too. */
const ofPerson = (event: { payload: { personId: string } }) => [event.payload.personId];

/** Subject: the session. */
export const sessionStarted = defineEvent<'session.started', { personId: string }>({
  name: 'session.started',
  audience: toPerson,
});

/** Subject: the session, of a browser or of an API token. Its sockets are closed. */
export const sessionEnded = defineEvent<'session.ended', { personId: string }>({
  name: 'session.ended',
  audience: toPerson,
});

/** Subject: the token. */
export const apiTokenCreated = defineEvent<'api-token.created', { personId: string; scope: string }>({
  name: 'api-token.created',
  audience: toPerson,
});

/** Subject: the person. */
export const passwordChanged = defineEvent<'person.password-changed', { personId: string }>({
  name: 'person.password-changed',
  audience: toPerson,
});

/** Subject: the person. */
export const personChanged = defineEvent<'person.changed', { personId: string }>({
  name: 'person.changed',
  audience: toFollowers,
});

/** Subject: the person. */
export const emailChanged = defineEvent<'person.email-changed', { personId: string }>({
  name: 'person.email-changed',
  audience: toPerson,
});

export type FactorKind = 'authenticator' | 'passkey' | 'recovery-codes' | 'outside';

/** Subject: the person. A way of signing in was added, or recovery codes were made anew. */
export const factorAdded = defineEvent<'person.factor-added', { personId: string; kind: FactorKind }>({
  name: 'person.factor-added',
  audience: toPerson,
  standing: ofPerson,
});

/** Subject: the person. */
export const factorRemoved = defineEvent<'person.factor-removed', { personId: string; kind: FactorKind }>({
  name: 'person.factor-removed',
  audience: toPerson,
  standing: ofPerson,
});

/**
 * Subject: the person. Two let them in again after a loss; `step` says how far it is. `operator`: whoever runs the
 * installation did, at once.
 */
export const deviceRecovery = defineEvent<
  'person.device-recovery',
  { personId: string; step: 'begun' | 'confirmed' | 'stopped' | 'done' | 'operator' }
>({
  name: 'person.device-recovery',
  audience: (event) => ({
    kind: 'several',
    of: [toPerson(event), { kind: 'subject', subject: deviceHelpSubject(event.payload.personId) }],
  }),
  standing: ({ payload: { personId, step } }) => (step === 'done' || step === 'operator' ? [personId] : []),
  record: {
    doneFor: 'coalition',
    // AUD-2: the steps after these are taken by a sign-in, and would tell of it.
    only: { key: 'step', among: ['begun', 'confirmed', 'operator'] },
    told: [{ as: 'word', key: 'step', words: 'identity-record:step' }],
  },
});

/** Subject: the person. They left, and what was personal was erased. */
export const personLeft = defineEvent<'person.left', { personId: string }>({
  name: 'person.left',
  audience: toFollowers,
  standing: ofPerson,
  record: {},
});
