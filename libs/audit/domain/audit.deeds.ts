import { chapters, defineDeed } from '@plenary/ground/kernel';

// AUD-1
export const activityDeeds = {
  read: defineDeed('activity.read', { coordinator: 'all', focal_point: 'own' }, chapters.last),
};
