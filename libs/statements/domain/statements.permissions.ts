import { covers, definePermission, type Permission, type Reach, type Right } from '@plenary/ground/kernel';
import { groupRoles } from '@plenary/groups/domain';
import { coalitionRoles, representativeRoles } from '@plenary/organisations/domain';
import { usualHistoryRight } from './history/history-right.js';
import { everyoneRights, groupRights, roleRights } from './statement-rights.js';
import type { GrantableRight, OwnerKind } from './vocabulary.js';

const chapter = 'statements';

/** In which capacities a right on this owner's statements comes by itself (STM-2 … STM-4), without a grant. */
function holders(owner: OwnerKind, wanted: Right): Record<string, Reach> {
  const by: Record<string, Reach> = {};
  for (const role of coalitionRoles) if (covers(roleRights[owner][role], wanted)) by[role] = 'all';
  if (covers(everyoneRights[owner], wanted)) for (const role of representativeRoles) by[role] = 'all';
  if (owner === 'group') {
    for (const role of groupRoles) if (covers(groupRights[role], wanted)) by[`group_${role}`] = 'own';
  }
  return by;
}

const onTexts = (owner: OwnerKind) =>
  Object.fromEntries(
    (['read', 'comment', 'edit', 'manage'] as const).map((right) => [
      right,
      definePermission(`statement.${right}-${owner}`, holders(owner, right), chapter),
    ]),
  ) as Record<GrantableRight, Permission>;

/**
 * The right on a text that a permission takes, where it is one on texts of this owner; null for every other permission.
 */
export function textRightOf(permission: Permission, owner: OwnerKind): Right | null {
  const found = Object.entries(statementPermissions[owner]).find(([, { name }]) => name === permission.name);
  return found ? (found[0] as GrantableRight) : null;
}

export const statementPermissions = {
  list: definePermission('statement.list', { everybody: 'all' }, chapter),
  // STM-7
  begin: {
    coalition: definePermission(
      'statement.begin-coalition',
      { coordinator: 'all', penholder: 'all' },
      chapter,
    ),
    group: definePermission('statement.begin-group', { coordinator: 'all', group_lead: 'own' }, chapter),
  },
  // STM-22, as long as nothing else is set
  history: {
    coalition: definePermission(
      'statement.history-coalition',
      holders('coalition', usualHistoryRight),
      chapter,
    ),
    group: definePermission('statement.history-group', holders('group', usualHistoryRight), chapter),
  },
  coalition: onTexts('coalition'),
  group: onTexts('group'),
} as const;
