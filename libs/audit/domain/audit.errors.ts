import { errorThrower } from '@plenary/ground/kernel';

export const auditErrors = { 'activity.forbidden': { status: 403 } } as const;

/** The one way in which this room refuses. */
export const failAudit = errorThrower(auditErrors);
