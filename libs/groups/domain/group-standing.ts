import type { GroupRole } from './vocabulary.js';

/** What a person is in one working group, now. */
export interface GroupStanding {
  readonly groupId: string;
  readonly role: GroupRole;
}

export interface GroupMembership extends GroupStanding {
  /** The organisation for which the person joined; null for who joined by a role in the coalition. */
  readonly organisationId: string | null;
}

/**
 * GRP-1: who is in a group for an organisation counts as long as the person acts for that organisation
 * (`organisationIds`, the active ones of the person); who is in it for none, as long as they have a role in the
 * coalition.
 */
export function groupStandingOf(
  memberships: readonly GroupMembership[],
  person: { readonly organisationIds: readonly string[]; readonly coalitionRoles: readonly string[] },
): GroupStanding[] {
  return memberships
    .filter(({ organisationId }) =>
      organisationId === null
        ? person.coalitionRoles.length > 0
        : person.organisationIds.includes(organisationId),
    )
    .map(({ groupId, role }) => ({ groupId, role }));
}

/** GRP-3: coordinators and its leads say who is in a group, and what it is. */
export const mayLead = (isCoordinator: boolean, role: GroupRole | null): boolean =>
  isCoordinator || role === 'lead';

/** GRP-4: whoever acts for an organisation, or does something for the coalition, may join. */
export const mayJoin = (person: {
  readonly organisationIds: readonly string[];
  readonly coalitionRoles: readonly string[];
}): boolean => person.organisationIds.length > 0 || person.coalitionRoles.length > 0;
