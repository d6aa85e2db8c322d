import { errorThrower } from '@plenary/ground/kernel';

export const organisationErrors = {
  'organisation.not-found': { status: 404 },
  'person.not-found': { status: 404 },
  'coalition.not-found': { status: 404 },
  'coalition.exists': { status: 409 },
  'coalition.code-wrong': { status: 403 },
  'coalition.name-empty': { status: 422 },
  'coalition.forbidden': { status: 403 },
  'organisation.forbidden': { status: 403 },
  'organisation.name-empty': { status: 422 },
  'organisation.name-taken': { status: 409 },
  'organisation.last-focal-point': { status: 409 },
  'organisation.not-active': { status: 409 },
  'organisation.reason-needed': { status: 422 },
  'organisation.state-impossible': { status: 409 },
  'coalition.last-coordinator': { status: 409 },
  'application.closed': { status: 403 },
  'application.not-found': { status: 404 },
  'application.second-opinion': { status: 409 },
  'import.not-a-list': { status: 415 },
  'import.too-large': { status: 413 },
  'import.cell-too-large': { status: 422 },
  'import.empty': { status: 422 },
  'import.malformed': { status: 422 },
  'import.no-organisation-column': { status: 422 },
  'import.has-errors': { status: 422 },
  'invitation.unusable': { status: 410 },
  'invitation.not-found': { status: 404 },
  'invitation.too-many': { status: 422 },
  'invitation.for-another-address': { status: 403 },
} as const;

/** The one way in which this room refuses. */
export const failOrganisation = errorThrower(organisationErrors);
