import {
  isCoordinator,
  mayNamePeople,
  type CoalitionRole,
  type Standing,
} from '@plenary/organisations/domain';

/** ORG-7: an invitation never gives more than its maker could give directly. */
export function mayInvite(
  standing: Standing,
  to: { readonly organisationId: string | null; readonly coalitionRole: CoalitionRole | null },
): boolean {
  if (to.coalitionRole !== null && !isCoordinator(standing)) return false;
  return to.organisationId === null || mayNamePeople(standing, to.organisationId);
}

/** ORG-14: where the coalition wants a second opinion, another coordinator has to be for it, and nobody still against. */
export function mayAccept(
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
