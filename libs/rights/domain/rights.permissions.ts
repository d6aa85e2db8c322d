import { chapters, definePermission } from '@plenary/ground/kernel';

export const rightsPermissions = {
  read: definePermission('rights.read', { everybody: 'all' }, chapters.first),
  // RGT-3
  explain: definePermission(
    'rights.explain',
    { everybody: 'own', coordinator: 'all', focal_point: 'own' },
    chapters.first,
  ),
} as const;
