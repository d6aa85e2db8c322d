import { errorThrower } from '@plenary/ground/kernel';

export const organisationErrors = {
  'organisation.not-found': { status: 404 },
  'person.not-found': { status: 404 },
  'coalition.not-found': { status: 404 },
} as const;

/** The one way in which this room refuses. */
export const failOrganisation = errorThrower(organisationErrors);
