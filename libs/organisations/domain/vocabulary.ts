/** What a person does for the coalition as a whole, whatever the organisation. */
export const coalitionRoles = ['coordinator', 'facilitator', 'penholder', 'translator', 'observer'] as const;
export type CoalitionRole = (typeof coalitionRoles)[number];

/** How a person acts for an organisation: holds its mandate, may speak for it, or belongs to it. */
export const representativeRoles = ['focal_point', 'representative', 'member'] as const;
export type RepresentativeRole = (typeof representativeRoles)[number];

/** Roles for which a coalition may ask for a second factor at sign-in. */
export const strictRoles = [
  'coordinator',
  'facilitator',
  'penholder',
  'translator',
  'observer',
  'focal_point',
] as const;
export type StrictRole = (typeof strictRoles)[number];

export const savedListKinds = ['organisations', 'people'] as const;
export type SavedListKind = (typeof savedListKinds)[number];

/** What a mandate lets a person do in the name of an organisation. */
export const mandateKinds = ['vote', 'sign'] as const;
export type MandateKind = (typeof mandateKinds)[number];

/**
 * Only the people of an `active` organisation act for it. `applied` waits to be vetted, `refused` was not accepted;
 * `suspended` and `left` keep the record; a `merged` one goes on as another.
 */
export const organisationStates = ['applied', 'refused', 'active', 'suspended', 'left', 'merged'] as const;
export type OrganisationState = (typeof organisationStates)[number];

/** `unlisted` organisations are shown to the coordinators and to their own people only (ORG-3). */
export const listings = ['listed', 'unlisted'] as const;
export type Listing = (typeof listings)[number];

/** Keys of the coalition's own regions, and of those for whom organisations speak (`Term`). */
export type Region = string;
export type Constituency = string;

export const organisationLimits = {
  queryLength: 100,
  nameLength: 200,
  acronymLength: 20,
  websiteLength: 300,
  descriptionLength: 4_000,
  reasonLength: 1_000,
  pictureBytes: 300_000,
  /** Pixels on each side: a small file can unfold to one that fills a phone's memory. */
  picturePixels: 4_096,
  savedLists: 30,
  savedListNameLength: 80,
  /** Lines that one act may change. */
  bulkLines: 200,
  /** For how long a change of state can be undone. */
  undoMs: 3_600_000,
} as const;
