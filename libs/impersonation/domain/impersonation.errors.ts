import { errorThrower } from '@plenary/ground/kernel';

export const impersonationErrors = {
  'look.not-found': { status: 404 },
  'look.oneself': { status: 409 },
  'look.reason-needed': { status: 422 },
  'look.browser-only': { status: 403 },
} as const;

/** The one way in which this room refuses. */
export const failImpersonation = errorThrower(impersonationErrors);
