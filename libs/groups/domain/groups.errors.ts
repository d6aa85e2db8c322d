import { errorThrower } from '@plenary/ground/kernel';

export const groupErrors = { 'group.not-found': { status: 404 } } as const;

/** The one way in which this room refuses. */
export const failGroup = errorThrower(groupErrors);
