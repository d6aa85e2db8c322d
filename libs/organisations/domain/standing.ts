import type { CoalitionRole, OrganisationState, RepresentativeRole } from './vocabulary.js';

/** What a person is in the coalition, as far as rights follow from it. */
export interface Standing {
  readonly personId: string;
  readonly coalitionRoles: readonly CoalitionRole[];
  /** Only organisations that the person acts for now (ORG-1). */
  readonly organisationIds: readonly string[];
  /** Those of them whose mandate the person holds. */
  readonly focalPointOf: readonly string[];
  /** The organisation spoken for at present; rights given to an organisation follow from this one (ORG-2). */
  readonly speaksFor: string | null;
}

export interface ActsFor {
  readonly organisationId: string;
  readonly role: RepresentativeRole;
  readonly organisationState: OrganisationState;
  /** When the person last chose to speak for it, in milliseconds since 1970; null for never. */
  readonly chosenAt: number | null;
  /** Since when the person acts for it, in milliseconds since 1970. */
  readonly since: number;
}

/** ORG-1: a person acts for active organisations only. */
export function standingOf(
  personId: string,
  roles: readonly CoalitionRole[],
  actsFor: readonly ActsFor[],
): Standing {
  const active = actsFor.filter((each) => each.organisationState === 'active');
  const idsOf = (some: readonly ActsFor[]) => some.map((each) => each.organisationId);
  return {
    personId,
    coalitionRoles: roles,
    organisationIds: idsOf(active),
    focalPointOf: idsOf(active.filter((each) => each.role === 'focal_point')),
    speaksFor: organisationSpokenFor(actsFor),
  };
}

/** The less, the more it weighs. */
export const weightOf = (role: RepresentativeRole): number => weight[role];

const weight: Record<RepresentativeRole, number> = { focal_point: 0, representative: 1, member: 2 };

/**
 * ORG-2: who belongs to several organisations speaks for one of them at a time: the one chosen last; before any
 * choice, the one acted for longest, so that a further one never changes silently for whom somebody speaks; of those
 * begun at one time, the one whose mandate weighs most (focal point, representative, member), then the first by id.
 */
export function organisationSpokenFor(actsFor: readonly ActsFor[]): string | null {
  const active = actsFor.filter((each) => each.organisationState === 'active');
  const sorted = [...active].sort(
    (a, b) =>
      (b.chosenAt ?? 0) - (a.chosenAt ?? 0) ||
      a.since - b.since ||
      weight[a.role] - weight[b.role] ||
      (a.organisationId < b.organisationId ? -1 : 1),
  );
  return sorted[0]?.organisationId ?? null;
}

/** Whoever is not known, or not yet, is none. */
export const isCoordinator = (person: Pick<Standing, 'coalitionRoles'> | null | undefined): boolean =>
  person?.coalitionRoles.includes('coordinator') ?? false;

/** ORG-3: an unlisted organisation is seen by coordinators and by its own people only. */
export function mayFindUnlisted(standing: Standing, organisationId: string): boolean {
  return isCoordinator(standing) || standing.organisationIds.includes(organisationId);
}

/** ORG-6: coordinators and its focal points say who acts for an organisation. */
export function mayNamePeople(standing: Standing, organisationId: string): boolean {
  return isCoordinator(standing) || standing.focalPointOf.includes(organisationId);
}

/** ORG-19: the name behind a pseudonym is for coordinators, the person's own focal points, and the person. */
export function mayKnowFullName(viewer: Standing, person: Standing): boolean {
  return (
    viewer.personId === person.personId ||
    isCoordinator(viewer) ||
    person.organisationIds.some((id) => viewer.focalPointOf.includes(id))
  );
}
