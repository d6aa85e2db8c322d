import { newId } from '@plenary/ground/kernel';
import { nothing, ofMember, plain, type NewsPeople, type RoomCases } from '@plenary/ground/testing';

const wrong = { password: 'not the password' };
const ofPerson = (id: string) => ({ kind: 'person', id });
const ofSession = () => ({ kind: 'session', id: newId() });

export const roomCases: RoomCases<unknown, NewsPeople<'member' | 'translator'>> = {
  routes: {
    'GET /api/me': plain('me'),
    'PATCH /api/me': plain('me', { language: 'en' }),
    'PUT /api/me/password': plain('me/password', {
      current: 'not the password',
      next: 'a new long password',
    }),
    'PUT /api/me/email': plain('me/email', { email: 'other@people.example', ...wrong }),
    'GET /api/me/sessions': plain('me/sessions'),
    'DELETE /api/me/sessions': plain('me/sessions'),
    'DELETE /api/me/sessions/:id': nothing(() => ({ path: `me/sessions/${newId()}` })),
    'GET /api/me/tokens': plain('me/tokens'),
    'POST /api/me/tokens': plain('me/tokens', {
      name: 'script',
      scope: 'read',
      expiresInDays: 1,
      password: 'resist-reclaim-realise',
    }),
    'DELETE /api/me/tokens/:id': nothing(() => ({ path: `me/tokens/${newId()}` })),
    'GET /api/me/sign-in-ways': plain('me/sign-in-ways'),
    'POST /api/me/authenticator': plain('me/authenticator', wrong),
    'PUT /api/me/authenticator': plain('me/authenticator', { code: '000000' }),
    'POST /api/me/outside/removal': plain('me/outside/removal', wrong),
    'POST /api/me/authenticator/removal': plain('me/authenticator/removal', wrong),
    'POST /api/me/recovery-codes': plain('me/recovery-codes', wrong),
    'POST /api/me/passkeys/options': plain('me/passkeys/options', wrong),
    'POST /api/me/passkeys': plain('me/passkeys', { name: 'key', response: {} }),
    'POST /api/me/passkeys/:id/removal': nothing(() => ({
      path: `me/passkeys/${newId()}/removal`,
      body: wrong,
    })),
    'DELETE /api/me/recovery': plain('me/recovery'),
    'GET /api/me/export': plain('me/export'),
    'POST /api/me/leaving': plain('me/leaving', wrong),
    'DELETE /api/session': plain('session'),
  },
  bodies: {
    'POST /api/me/passkeys/:id/removal': () => ({ password: 'not the password' }),
    'PUT /api/me/password': () => ({ current: 'not the password', next: 'a new long password' }),
  },
  refusals: ['person.forbidden'],
  shapeless: ['/api/session', '/api/me/sessions', '/api/session/passkey/options', '/api/me/recovery'],
  kinds: ['person', 'session', 'api-token'],
  events: {
    'session.started': ofMember(ofSession),
    'session.ended': ofMember(ofSession),
    'api-token.created': ofMember(() => ({ kind: 'api-token', id: newId() }), { scope: 'read' }),
    'person.password-changed': ofMember(ofPerson),
    'person.email-changed': ofMember(ofPerson),
    'person.factor-added': ofMember(ofPerson, { kind: 'passkey' }),
    'person.factor-removed': ofMember(ofPerson, { kind: 'passkey' }),
    'person.changed': ({ people: { member }, everybody }) => [
      { subject: ofPerson(member), payload: { personId: member }, hears: everybody },
    ],
    'person.left': ({ everybody }) => {
      const personId = newId();
      return [{ subject: ofPerson(personId), payload: { personId }, hears: everybody }];
    },
    'person.device-recovery': ({ people: { member, translator } }) => [
      {
        subject: ofPerson(member),
        payload: { personId: member, step: 'begun' },
        hears: ['member', 'coordinator', 'focal'],
      },
      {
        subject: ofPerson(translator),
        payload: { personId: translator, step: 'done' },
        hears: ['translator', 'coordinator'],
      },
    ],
  },
};
