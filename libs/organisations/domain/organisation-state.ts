import type { OrganisationState } from './vocabulary.js';

/** ORG-10: the ways that an organisation can go, each on record with who and why. */
const ways: Record<OrganisationState, readonly OrganisationState[]> = {
  applied: ['active', 'refused'],
  refused: ['active'],
  active: ['suspended', 'left'],
  suspended: ['active', 'left'],
  left: ['active'],
  // Who is in it now is in the other one.
  merged: [],
};

export const nextStates = (from: OrganisationState): readonly OrganisationState[] => ways[from];

/** ORG-10: what takes something away from people has to be explained to them. */
export const needsReason = (to: OrganisationState): boolean => to !== 'active';

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
