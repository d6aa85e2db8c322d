import { errorThrower } from '@plenary/ground/kernel';

export const operationErrors = {
  'operation.forbidden': { status: 403 },
  'operation.nothing-untold': { status: 404 },
  'operation.no-failed-work': { status: 404 },
  'mailbox.closed': { status: 404 },
} as const;

/** The one way in which this room refuses. */
export const failOperation = errorThrower(operationErrors);
