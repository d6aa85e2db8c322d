import { oneLine } from '@plenary/ground/kernel';
import type { Listing, OrganisationState } from './vocabulary.js';

/** ORG-10: the ways that an organisation can go, each on record with who and why. */
const ways: Record<OrganisationState, readonly OrganisationState[]> = {
  applied: ['active', 'refused'],
  // Looked at again, as every application is: by no way is it taken in unseen.
  refused: ['applied'],
  active: ['suspended', 'left'],
  suspended: ['active', 'left'],
  left: ['active'],
  // Who is in it now is in the other one.
  merged: [],
};

export const nextStates = (from: OrganisationState): readonly OrganisationState[] => ways[from];

/** As above, on the organisation's page: an application is decided where its applicant is answered (ORG-14). */
export const directStates = (from: OrganisationState): readonly OrganisationState[] =>
  from === 'applied' ? [] : ways[from];

/** ORG-10: what takes something away from people has to be explained to them. */
export const needsReason = (to: OrganisationState): boolean => to !== 'active';

/** A reason as it goes on record; none, where nothing was said. */
export const oneReason = (said: string): { readonly reason?: string } => {
  const reason = oneLine(said);
  return reason === '' ? {} : { reason };
};

/** Of the coalition: what only applies or was not taken in has no name that others may not have. */
export const isOfCoalition = (state: OrganisationState): boolean =>
  state !== 'applied' && state !== 'refused';

/** ORG-3: found by everybody, and not only by coordinators and its own people. */
export const isFoundByAll = (organisation: {
  readonly state: OrganisationState;
  readonly listing: Listing;
}): boolean => organisation.listing === 'listed' && isOfCoalition(organisation.state);

/** ORG-14: where the coalition wants a second opinion, another coordinator has to be for it, and nobody still against. */
export function mayTakeIn(
  decidingId: string,
  notes: readonly { readonly authorId: string; readonly opinion: 'for' | 'against' | null }[],
  secondOpinion: boolean,
): boolean {
  if (!secondOpinion) return true;
  // What somebody said last counts.
  const last = new Map(
    notes.flatMap(({ authorId, opinion }) => (opinion ? [[authorId, opinion] as const] : [])),
  );
  last.delete(decidingId);
  return [...last.values()].includes('for') && ![...last.values()].includes('against');
}
