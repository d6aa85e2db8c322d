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
export type Invitation = components['schemas']['InvitationDto'];
export type Offer = components['schemas']['InvitationOfferDto'];
export type OrganisationFields = components['schemas']['AddOrganisationDto'];

export const api = apiFor<paths>();

export const organisationsKey = ['organisations'] as const;
export const organisationKey = (id: string) => ['organisation', id] as const;
/** Of an organisation, or (null) to roles in the coalition. */
export const invitationsKey = (organisationId: string | null) => ['invitations', organisationId] as const;
export const membershipKey = ['membership'] as const;
export const doorKey = ['door'] as const;
