import { definePermission } from '@plenary/ground/kernel';

/** Watching what one began oneself; who may begin it says its room. */
export const longWorkPermissions = {
  watch: definePermission('long-work.watch', { everybody: 'own' }),
} as const;
