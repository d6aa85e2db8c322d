import { definePermission } from '@plenary/ground/kernel';
import { each } from '@plenary/organisations/domain';
import { coalitionWorkers } from './task-rights.js';

const chapter = 'tasks';
const everywhere = { coordinator: 'all' } as const;
const inGroup = { ...everywhere, group_lead: 'own', group_member: 'own' } as const;
const ofCoalition = { ...everywhere, ...each(coalitionWorkers, 'all') };

/** TSK-2, TSK-3. Whoever is responsible for a task reads it and works on it besides, whatever else they are. */
export const taskPermissions = {
  list: definePermission('task.list', { everybody: 'all' }, chapter),
  group: {
    read: definePermission('task.read-group', inGroup, chapter),
    add: definePermission('task.add-group', inGroup, chapter),
    lead: definePermission('task.lead-group', { ...everywhere, group_lead: 'own' }, chapter),
  },
  coalition: {
    read: definePermission('task.read-coalition', ofCoalition, chapter),
    add: definePermission('task.add-coalition', ofCoalition, chapter),
    lead: definePermission('task.lead-coalition', everywhere, chapter),
  },
} as const;
