import { errorThrower } from '@plenary/ground/kernel';

export const arrivalErrors = {
  'application.closed': { status: 403 },
  'application.not-found': { status: 404 },
  'application.second-opinion': { status: 409 },
  'import.cell-too-large': { status: 422 },
  'import.empty': { status: 422 },
  'import.has-errors': { status: 422 },
  'import.malformed': { status: 422 },
  'import.no-organisation-column': { status: 422 },
  'import.not-a-list': { status: 415 },
  'import.too-large': { status: 413 },
  'import.undo-impossible': { status: 404 },
  'invitation.for-another-address': { status: 403 },
  'invitation.not-found': { status: 404 },
  'invitation.not-open': { status: 409 },
  'invitation.too-many': { status: 422 },
  'invitation.unusable': { status: 410 },
} as const;

/** The one way in which this room refuses. */
export const failArrival = errorThrower(arrivalErrors);
