import { apiFor, type paths } from '@plenary/ground/web';
import type { CoalitionRole, Region } from '@plenary/organisations/domain';

export interface OrganisationFilter {
  query?: string;
  region?: Region;
}
export interface PeopleFilter {
  query?: string;
  organisation?: string;
  role?: CoalitionRole;
}
export const api = apiFor<paths>();
