import { chapters, definePermission } from '@plenary/ground/kernel';

export const accountPermissions = {
  manage: definePermission('account.manage', { everybody: 'own' }, chapters.first),
};
