import type { Reach } from '@plenary/ground/kernel';
import type { HeldCapacity } from './capacities.js';

/** About whom one asks. `roles` are capacities: a role in the coalition, for an organisation, in a group. */
export const askedKinds = ['people', 'organisations', 'groups', 'roles'] as const;
export type AskedKind = (typeof askedKinds)[number];

/** One line of who may do what. */
export interface PermissionView {
  readonly name: string;
  /** The heading under which it stands. */
  readonly chapter: string;
  readonly by: readonly { readonly capacity: string; readonly reach: Reach }[];
}

export interface CapacityView extends Pick<HeldCapacity, 'capacity'> {
  /** Its name is null where the viewer may not find it. */
  readonly of: { readonly kind: string; readonly id: string; readonly name: string | null } | null;
}

/** What somebody may do, and why. */
export interface ExplainedView {
  readonly kind: AskedKind;
  readonly id: string;
  /** Null for roles, which the screen names itself. */
  readonly name: string | null;
  readonly held: readonly CapacityView[];
  /** Organisations for which the person is named, but which are not active: they give no right. */
  readonly asleep: readonly CapacityView[];
  readonly permissions: readonly {
    readonly name: string;
    readonly chapter: string;
    readonly reach: Reach;
    readonly because: readonly CapacityView[];
  }[];
}
