import { chapters, definePermission } from '@plenary/ground/kernel';

// AUD-1
export const activityPermissions = {
  read: definePermission('activity.read', { coordinator: 'all', focal_point: 'own' }, chapters.last),
};
