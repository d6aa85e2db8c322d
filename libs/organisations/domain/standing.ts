import type { CoalitionRole, OrganisationState, RepresentativeRole } from './vocabulary.js';

/** What a person is in the coalition, as far as rights follow from it. */
export interface Standing {
  readonly personId: string;
  readonly coalitionRoles: readonly CoalitionRole[];
  /** Only organisations that the person acts for now (ORG-1). */
  readonly organisationIds: readonly string[];
}

export interface ActsFor {
  readonly organisationId: string;
  readonly role: RepresentativeRole;
  readonly organisationState: OrganisationState;
}

/** ORG-1: a person acts for active organisations only. */
export function standingOf(
  personId: string,
  roles: readonly CoalitionRole[],
  actsFor: readonly ActsFor[],
): Standing {
  return {
    personId,
    coalitionRoles: roles,
    organisationIds: actsFor
      .filter((each) => each.organisationState === 'active')
      .map((each) => each.organisationId),
  };
}

const weight: Record<RepresentativeRole, number> = { focal_point: 0, representative: 1, member: 2 };

/**
 * ORG-2: who belongs to several organisations speaks for one of them in a request: the one whose mandate
 * weighs most (focal point, representative, member), then the first by id, so that it is always the same.
 */
export function organisationSpokenFor(actsFor: readonly ActsFor[]): string | null {
  const active = actsFor.filter((each) => each.organisationState === 'active');
  const sorted = [...active].sort(
    (a, b) => weight[a.role] - weight[b.role] || (a.organisationId < b.organisationId ? -1 : 1),
  );
  return sorted[0]?.organisationId ?? null;
}

/** ORG-3: an unlisted organisation is seen by coordinators and by its own people only. */
export function mayFindUnlisted(standing: Standing, organisationId: string): boolean {
  return standing.coalitionRoles.includes('coordinator') || standing.organisationIds.includes(organisationId);
}
