import { definePermission } from '@plenary/ground/kernel';

export const commentPermissions = {
  read: definePermission('comment.read', { everybody: 'all' }, 'comments'),
  // COM-2
  add: definePermission('comment.add', { coordinator: 'all' }, 'comments'),
} as const;
