import { definePermission } from '@plenary/ground/kernel';

export const lookPermissions = {
  look: definePermission('look.begin', { coordinator: 'all' }, 'coalition'),
} as const;
