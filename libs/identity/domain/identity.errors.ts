import { errorThrower } from '@plenary/ground/kernel';

export const identityErrors = {
  'session.refused': { status: 401 },
  'session.code-needed': { status: 401 },
  'session.code-wrong': { status: 401 },
  'session.not-found': { status: 404 },
  'session.ended': { status: 401 },
  'link.unusable': { status: 410 },
  'email.invalid': { status: 422 },
  'password.wrong': { status: 403 },
  'password.too-weak': { status: 422 },
  'factor.exists': { status: 409 },
  'factor.not-found': { status: 404 },
  'factor.code-wrong': { status: 422 },
  'passkey.refused': { status: 401 },
  'passkey.not-found': { status: 404 },
  'passkey.too-many': { status: 422 },
  'outside.not-set-up': { status: 404 },
  'outside.refused': { status: 403 },
  'outside.unknown': { status: 403 },
  'recovery.exists': { status: 409 },
  'recovery.not-found': { status: 404 },
  'recovery.same-person': { status: 409 },
  'recovery.nothing-lost': { status: 409 },
  'person.time-zone-unknown': { status: 422 },
  'token.not-found': { status: 404 },
  'token.too-many': { status: 422 },
  'account.exists': { status: 409 },
  'account.browser-only': { status: 403 },
  'person.name-empty': { status: 422 },
} as const;

/** The one way in which this room refuses. */
export const failIdentity = errorThrower(identityErrors);
