/** What a person does for the coalition as a whole, whatever the organisation. */
export const coalitionRoles = ['coordinator', 'facilitator', 'penholder', 'translator', 'observer'] as const;
export type CoalitionRole = (typeof coalitionRoles)[number];

/** How a person acts for an organisation: holds its mandate, may speak for it, or belongs to it. */
export const representativeRoles = ['focal_point', 'representative', 'member'] as const;
export type RepresentativeRole = (typeof representativeRoles)[number];

/**
 * Only the people of an `active` organisation act for it. `applied` waits to be vetted, `refused` was not taken in;
 * `suspended` and `left` keep the record.
 */
export const organisationStates = ['applied', 'refused', 'active', 'suspended', 'left'] as const;
export type OrganisationState = (typeof organisationStates)[number];

/** `unlisted` organisations are shown to the coordinators and to their own people only (ORG-3). */
export const listings = ['listed', 'unlisted'] as const;
export type Listing = (typeof listings)[number];

/** Regions as the regional forums on migration divide the world. */
export const regions = [
  'africa',
  'arab-states',
  'asia',
  'europe',
  'latin-america-caribbean',
  'north-america',
  'pacific',
] as const;
export type Region = (typeof regions)[number];

/** Whom an organisation speaks for. */
export const constituencies = [
  'migrant-led',
  'diaspora',
  'faith-based',
  'trade-union',
  'women',
  'youth',
  'academia',
  'service-provider',
  'advocacy-network',
] as const;
export type Constituency = (typeof constituencies)[number];

export const organisationLimits = {
  queryLength: 100,
  nameLength: 200,
  acronymLength: 20,
  websiteLength: 300,
  descriptionLength: 4_000,
  reasonLength: 1_000,
  invitationDays: 90,
  invitationUses: 500,
  /** Invitations of one organisation that can be used at a time. */
  openInvitations: 100,
} as const;
