import { apiFor, type components, type paths } from '@plenary/ground/web';
import type {
  CoalitionRole,
  Constituency,
  OrganisationState,
  Region,
  RepresentativeRole,
} from '@plenary/organisations/domain';

export interface OrganisationFilter {
  query?: string;
  region?: Region;
  constituency?: Constituency;
  state?: OrganisationState;
  language?: string;
}
export interface PeopleFilter {
  query?: string;
  organisation?: string;
  role?: CoalitionRole;
  actsAs?: RepresentativeRole;
  region?: Region;
  constituency?: Constituency;
  language?: string;
}
export type OrganisationFields = components['schemas']['AddOrganisationDto'];

export const api = apiFor<paths>();
