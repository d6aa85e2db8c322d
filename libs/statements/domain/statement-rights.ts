import { covers, greatest, type Right } from '@plenary/ground/kernel';
import type { GroupRole, GroupStanding } from '@plenary/groups/domain';
import {
  isCoordinator,
  coalitionRoles,
  representativeRoles,
  type CoalitionRole,
  type Standing,
} from '@plenary/organisations/domain';
import type { GrantableRight, OwnerKind, SubjectKind } from './vocabulary.js';

/** As much of a statement as rights follow from. */
export interface OwnedStatement {
  readonly ownerKind: OwnerKind;
  /** The owning group; null when the coalition owns the statement. */
  readonly groupId: string | null;
}

/** A right given on one statement. `subjectId` is a role's name for roles and null for everyone. */
export interface Grant {
  readonly id: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string | null;
  readonly right: GrantableRight;
}

/** A person as the rules see one: roles, active organisations, groups. */
export interface Reader {
  readonly standing: Standing;
  readonly groups: readonly GroupStanding[];
}

/** Why somebody has a right. */
export type RightReason =
  | { readonly basis: 'role'; readonly right: Right; readonly role: CoalitionRole }
  | { readonly basis: 'everyone'; readonly right: Right }
  | {
      readonly basis: 'group';
      readonly right: Right;
      readonly groupId: string;
      readonly groupRole: GroupRole;
    }
  | { readonly basis: 'grant'; readonly right: Right; readonly grant: Grant };

/** STM-2: what a coalition role gives, by owner. */
export const roleRights: Record<OwnerKind, Record<CoalitionRole, Right>> = {
  coalition: {
    coordinator: 'manage',
    penholder: 'edit',
    facilitator: 'comment',
    translator: 'comment',
    observer: 'read',
  },
  group: {
    coordinator: 'manage',
    penholder: 'read',
    facilitator: 'read',
    translator: 'read',
    observer: 'none',
  },
};

/** STM-3: what everybody who acts for an active organisation may do, by owner. */
export const everyoneRights: Record<OwnerKind, Right> = { coalition: 'comment', group: 'none' };

/** STM-4: what the owning group's people may do with its statements. */
export const groupRights: Record<GroupRole, Right> = { lead: 'manage', member: 'edit' };

/** About whose rights one asks: a person, the people of an organisation or a group, or whoever has a role. */
export interface AskedSubject {
  readonly kind: 'people' | 'organisations' | 'groups' | 'roles';
  readonly id: string;
}

/** STM-9: those who have nothing but this: an organisation to speak for, a group to be a member of, or a role. */
export function readerWith({ kind, id }: AskedSubject): Reader {
  const nobody = { personId: '', coalitionRoles: [], organisationIds: [], focalPointOf: [], speaksFor: null };
  if (kind === 'organisations') {
    return { standing: { ...nobody, organisationIds: [id], speaksFor: id }, groups: [] };
  }
  if (kind === 'groups') return { standing: nobody, groups: [{ groupId: id, role: 'member' }] };
  const role = coalitionRoles.find((each) => each === id);
  const acts = representativeRoles.some((each) => each === id);
  const standing = { ...nobody, coalitionRoles: role ? [role] : [], organisationIds: acts ? [''] : [] };
  return { standing, groups: [] };
}

/** All reasons for which a reader has a right on a statement; none when there is no right. */
export function reasonsOf(
  reader: Reader,
  statement: OwnedStatement,
  grants: readonly Grant[],
): RightReason[] {
  const reasons: RightReason[] = [];
  for (const role of reader.standing.coalitionRoles) {
    const right = roleRights[statement.ownerKind][role];
    if (right !== 'none') reasons.push({ basis: 'role', right, role });
  }
  const everyone = everyoneRights[statement.ownerKind];
  if (everyone !== 'none' && reader.standing.organisationIds.length > 0) {
    reasons.push({ basis: 'everyone', right: everyone });
  }
  for (const { groupId, role } of reader.groups) {
    if (statement.ownerKind !== 'group' || groupId !== statement.groupId) continue;
    reasons.push({ basis: 'group', right: groupRights[role], groupId, groupRole: role });
  }
  for (const grant of grants) {
    if (concerns(grant, reader)) reasons.push({ basis: 'grant', right: grant.right, grant });
  }
  return reasons;
}

/** STM-5: rights only add up; a person has the greatest that any reason gives. */
export function rightOf(reader: Reader, statement: OwnedStatement, grants: readonly Grant[]): Right {
  return greatest(reasonsOf(reader, statement, grants).map((reason) => reason.right));
}

/** True when a grant is for this person, by name or through role, group or organisation. */
export function concerns(grant: Grant, reader: Reader): boolean {
  switch (grant.subjectKind) {
    case 'everyone':
      return reader.standing.organisationIds.length > 0;
    case 'role':
      return (reader.standing.coalitionRoles as readonly string[]).includes(grant.subjectId ?? '');
    case 'group':
      return reader.groups.some((group) => group.groupId === grant.subjectId);
    case 'organisation':
      // ORG-2: who acts for several uses the rights of the one spoken for.
      return reader.standing.speaksFor !== null && reader.standing.speaksFor === grant.subjectId;
    case 'person':
      return reader.standing.personId === grant.subjectId;
  }
}

/** STM-7: coordinators and penholders begin coalition statements; coordinators and its leads a group's. */
export function mayCreate(reader: Reader, statement: OwnedStatement): boolean {
  if (isCoordinator(reader.standing)) return true;
  if (statement.ownerKind === 'coalition') return reader.standing.coalitionRoles.includes('penholder');
  return reader.groups.some((group) => group.groupId === statement.groupId && group.role === 'lead');
}

/** One line of "who can do what, and why". */
export interface ExplainedRight {
  readonly subject: RightSubject;
  /** The greatest right the subject has as such. */
  readonly right: Right;
  readonly reasons: readonly RightReason[];
}

/** Whom a line of the explanation is about. `id` is a role's name for roles and null for everyone. */
export interface RightSubject {
  readonly kind: SubjectKind;
  readonly id: string | null;
  /** Within a group: its leads or its members. */
  readonly groupRole?: GroupRole;
}

/**
 * Who can do what with a statement and why: every role, everyone, the owning group, and every subject of a
 * grant, greatest right first. Bounded by the number of grants.
 */
export function explainRights(statement: OwnedStatement, grants: readonly Grant[]): ExplainedRight[] {
  const lines = new Map<string, { subject: RightSubject; reasons: RightReason[] }>();
  const add = (subject: RightSubject, reason: RightReason): void => {
    if (reason.right === 'none') return;
    const key = `${subject.kind}:${subject.id}:${subject.groupRole ?? ''}`;
    const line = lines.get(key) ?? { subject, reasons: [] };
    line.reasons.push(reason);
    lines.set(key, line);
  };
  for (const [role, right] of Object.entries(roleRights[statement.ownerKind])) {
    add({ kind: 'role', id: role }, { basis: 'role', right, role: role as CoalitionRole });
  }
  add({ kind: 'everyone', id: null }, { basis: 'everyone', right: everyoneRights[statement.ownerKind] });
  const { groupId } = statement;
  if (statement.ownerKind === 'group' && groupId !== null) {
    for (const groupRole of ['lead', 'member'] as const) {
      const right = groupRights[groupRole];
      add({ kind: 'group', id: groupId, groupRole }, { basis: 'group', right, groupId, groupRole });
    }
  }
  for (const grant of grants) {
    const right = grant.right;
    add({ kind: grant.subjectKind, id: grant.subjectId }, { basis: 'grant', right, grant });
  }
  const explained = [...lines.values()].map((line) => ({
    ...line,
    right: greatest(line.reasons.map((reason) => reason.right)),
  }));
  return explained.sort((a, b) => (a.right === b.right ? 0 : covers(a.right, b.right) ? -1 : 1));
}

/**
 * STM-8: true when somebody manages the statement with these grants. `others` says whether the coalition has a
 * coordinator and the owning group a lead.
 */
export function hasManager(
  grants: readonly Grant[],
  others: { readonly coordinator: boolean; readonly lead: boolean },
): boolean {
  return others.coordinator || others.lead || grants.some((grant) => grant.right === 'manage');
}
