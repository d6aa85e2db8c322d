import { chapters, definePermission } from '@plenary/ground/kernel';

export const operationPermissions = {
  read: definePermission('operation.read', { coordinator: 'all' }, chapters.last),
  retry: definePermission('operation.retry', { coordinator: 'all' }, chapters.last),
};
