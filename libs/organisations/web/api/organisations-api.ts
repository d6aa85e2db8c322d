import type { Page } from '@plenary/ground/kernel';
import { apiFor, type Reads } from '@plenary/ground/web';
import type {
  CoalitionRole,
  CoalitionView,
  MembershipView,
  OrganisationDetailView,
  OrganisationView,
  PersonView,
  Region,
} from '@plenary/organisations/domain';

export interface OrganisationFilter {
  query?: string;
  region?: Region;
}
export interface PeopleFilter {
  query?: string;
  organisation?: string;
  role?: CoalitionRole;
}
interface Paging {
  cursor?: string;
  limit?: number;
}

interface OrganisationPaths {
  '/api/coalition': { get: Reads<CoalitionView> };
  '/api/membership': { get: Reads<MembershipView> };
  '/api/organisations': { get: Reads<Page<OrganisationView>, OrganisationFilter & Paging> };
  '/api/organisations/{id}': { get: Reads<OrganisationDetailView, never, { id: string }> };
  '/api/people': { get: Reads<Page<PersonView>, PeopleFilter & Paging> };
  '/api/people/{id}': { get: Reads<PersonView, never, { id: string }> };
}

export const api = apiFor<OrganisationPaths>();
