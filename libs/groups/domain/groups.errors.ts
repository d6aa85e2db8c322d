import { errorThrower } from '@plenary/ground/kernel';

export const groupErrors = {
  'group.not-found': { status: 404 },
  'group.forbidden': { status: 403 },
  'group.name-empty': { status: 422 },
  'group.name-taken': { status: 409 },
  'group.archived': { status: 409 },
  'group.theme-unknown': { status: 422 },
  'group.theme-used': { status: 409 },
  'group.no-organisation': { status: 403 },
  'group.member-not-found': { status: 404 },
} as const;

/** The one way in which this room refuses. */
export const failGroup = errorThrower(groupErrors);
