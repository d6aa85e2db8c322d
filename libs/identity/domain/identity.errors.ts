import { errorThrower } from '@plenary/ground/kernel';

export const identityErrors = {
  'session.refused': { status: 401 },
  'session.not-found': { status: 404 },
  'session.ended': { status: 401 },
  'link.unusable': { status: 410 },
  'email.invalid': { status: 422 },
  'password.wrong': { status: 403 },
  'password.too-weak': { status: 422 },
  'token.not-found': { status: 404 },
  'token.too-many': { status: 422 },
  'account.exists': { status: 409 },
  'account.browser-only': { status: 403 },
  'person.name-empty': { status: 422 },
} as const;

/** The one way in which this room refuses. */
export const failIdentity = errorThrower(identityErrors);
