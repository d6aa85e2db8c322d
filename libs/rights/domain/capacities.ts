import type { Permission, Reach } from '@plenary/ground/kernel';
import type { Capacity, GroupStanding } from '@plenary/groups/domain';
import {
  mayKnowFullName,
  type ActsFor,
  type CoalitionRole,
  type Standing,
} from '@plenary/organisations/domain';

/** A capacity in which somebody acts, and, where it is of one organisation or group, of which. */
export interface HeldCapacity {
  readonly capacity: Capacity;
  readonly of: { readonly kind: 'organisation' | 'group'; readonly id: string } | null;
}

/** A permission that somebody has, and everything that gives it. */
export interface AllowedPermission {
  readonly name: string;
  readonly chapter: string;
  readonly reach: Reach;
  readonly because: readonly HeldCapacity[];
}

/** RGT-1: everything that a person is, now; organisations that are not active give nothing (ORG-1). */
export function capacitiesOf(
  roles: readonly CoalitionRole[],
  actsFor: readonly ActsFor[],
  groups: readonly GroupStanding[],
): HeldCapacity[] {
  return [
    { capacity: 'everybody', of: null },
    ...roles.map((capacity) => ({ capacity, of: null })),
    ...actsFor
      .filter(({ organisationState }) => organisationState === 'active')
      .map(({ organisationId, role }) => ({
        capacity: role,
        of: { kind: 'organisation', id: organisationId } as const,
      })),
    ...groups.map(({ groupId, role }) => ({
      capacity: `group_${role}` as const,
      of: { kind: 'group', id: groupId } as const,
    })),
  ];
}

/** RGT-2: what may be done in these capacities: each reason counts, and the widest reach holds. */
export function allowedBy(
  permissions: Iterable<Permission>,
  held: readonly HeldCapacity[],
): AllowedPermission[] {
  return [...permissions].flatMap(({ name, by, chapter }) => {
    const because = held.filter(({ capacity }) => by[capacity] !== undefined);
    if (because.length === 0) return [];
    const reach = because.some(({ capacity }) => by[capacity] === 'all') ? 'all' : 'own';
    // Whoever may do it everywhere needs no reason that is narrower.
    const telling = because.filter(({ capacity }) => by[capacity] === reach);
    return [{ name, chapter: chapter ?? '', reach, because: telling } as const];
  });
}

/** RGT-3: what a person may do is for them, coordinators, and focal points of an organisation for which they act. */
export const mayAskAbout = (viewer: Standing, person: Standing): boolean => mayKnowFullName(viewer, person);
