import { defineDeed } from '@plenary/ground/kernel';
import {
  coalitionCapacities,
  coalitionRoles,
  each,
  representativeRoles,
} from '@plenary/organisations/domain';

export const groupDeeds = {
  read: defineDeed('group.read', { everybody: 'all' }),
  // GRP-4
  join: defineDeed('group.join', each([...coalitionRoles, ...representativeRoles], 'all')),
  leave: defineDeed('group.leave', each(['group_lead', 'group_member'], 'own')),
  // GRP-3
  lead: defineDeed('group.lead', { coordinator: 'all', group_lead: 'own' }),
  create: defineDeed('group.create', { coordinator: 'all' }),
} as const;

/** In which capacity somebody does something: by a role in the coalition, for an organisation, in a group. */
export const capacities = [...coalitionCapacities, 'group_lead', 'group_member'] as const;
export type Capacity = (typeof capacities)[number];
