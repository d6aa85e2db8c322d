import { errorThrower } from '@plenary/ground/kernel';

export const rightsErrors = {
  'rights.forbidden': { status: 403 },
  'rights.not-found': { status: 404 },
} as const;

/** The one way in which this room refuses. */
export const failRights = errorThrower(rightsErrors);
