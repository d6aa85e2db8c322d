import type { OrganisationState } from './vocabulary.js';

/** ORG-10: the ways that an organisation can go, each on record with who and why. */
const ways: Record<OrganisationState, readonly OrganisationState[]> = {
  applied: ['active', 'refused'],
  refused: ['active'],
  active: ['suspended', 'left'],
  suspended: ['active', 'left'],
  left: ['active'],
};

export const nextStates = (from: OrganisationState): readonly OrganisationState[] => ways[from];

/** ORG-10: what takes something away from people has to be explained to them. */
export const needsReason = (to: OrganisationState): boolean => to !== 'active';
