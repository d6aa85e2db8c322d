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
  'organisation.undo-impossible': { status: 409 },
  'organisation.merge-impossible': { status: 409 },
  'mandate.not-found': { status: 404 },
  'mandate.term-impossible': { status: 422 },
  'mandate.not-of-organisation': { status: 409 },
  'picture.not-found': { status: 404 },
  'list.too-many': { status: 422 },
  'list.not-found': { status: 404 },
  'person.forbidden': { status: 403 },
  'coalition.last-coordinator': { status: 409 },
  'coalition.region-unknown': { status: 422 },
  'coalition.constituency-unknown': { status: 422 },
  'coalition.term-empty': { status: 422 },
  'coalition.term-double': { status: 422 },
  'coalition.term-used': { status: 409 },
} as const;

/** The one way in which this room refuses. */
export const failOrganisation = errorThrower(organisationErrors);
