import { definePermission } from '@plenary/ground/kernel';

export const impersonationPermissions = {
  begin: definePermission('look.begin', { coordinator: 'all' }, 'coalition'),
} as const;
