import {
  coalitionRoles,
  organisationStates,
  representativeRoles,
  type CoalitionRole,
  type Constituency,
  type OrganisationState,
  type Region,
  type RepresentativeRole,
} from '@plenary/organisations/domain';

/** Filters live in the address, so that a list can be sent to a colleague and survives going back. */
export interface OrganisationsSearch {
  query?: string;
  region?: Region;
  constituency?: Constituency;
  state?: OrganisationState;
  /** BCP 47. */
  language?: string;
  /** Keys of the columns shown, with commas between them; the usual ones when absent. */
  columns?: string;
}
export interface PeopleSearch {
  query?: string;
  role?: CoalitionRole;
  /** Their role for an organisation. */
  actsAs?: RepresentativeRole;
  region?: Region;
  constituency?: Constituency;
  /** BCP 47: one that they work in, or read. */
  language?: string;
  /** Those who have not come yet. */
  arrival?: 'awaited';
  columns?: string;
}

export const organisationsSearch = (said: Record<string, unknown>): OrganisationsSearch => ({
  query: words(said['query']),
  region: words(said['region']),
  constituency: words(said['constituency']),
  state: organisationStates.find((state) => state === said['state']),
  language: words(said['language']),
  columns: words(said['columns']),
});

export const peopleSearch = (said: Record<string, unknown>): PeopleSearch => ({
  query: words(said['query']),
  role: coalitionRoles.find((role) => role === said['role']),
  actsAs: representativeRoles.find((role) => role === said['actsAs']),
  region: words(said['region']),
  constituency: words(said['constituency']),
  language: words(said['language']),
  arrival: said['arrival'] === 'awaited' ? 'awaited' : undefined,
  columns: words(said['columns']),
});

const words = (said: unknown) => (typeof said === 'string' && said !== '' ? said : undefined);
