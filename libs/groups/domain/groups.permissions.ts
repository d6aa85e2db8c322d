import { definePermission } from '@plenary/ground/kernel';
import {
  coalitionCapacities,
  coalitionRoles,
  each,
  representativeRoles,
} from '@plenary/organisations/domain';

export const groupPermissions = {
  read: definePermission('group.read', { everybody: 'all' }, 'groups'),
  // GRP-4
  join: definePermission('group.join', each([...coalitionRoles, ...representativeRoles], 'all'), 'groups'),
  leave: definePermission('group.leave', each(['group_lead', 'group_member'], 'own'), 'groups'),
  // GRP-3
  lead: definePermission('group.lead', { coordinator: 'all', group_lead: 'own' }, 'groups'),
  create: definePermission('group.create', { coordinator: 'all' }, 'groups'),
} as const;

/** In which capacity somebody does something: by a role in the coalition, for an organisation, in a group. */
export const capacities = [...coalitionCapacities, 'group_lead', 'group_member'] as const;
export type Capacity = (typeof capacities)[number];
