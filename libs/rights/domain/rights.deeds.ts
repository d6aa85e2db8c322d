import { chapters, defineDeed } from '@plenary/ground/kernel';

export const rightsDeeds = {
  read: defineDeed('rights.read', { everybody: 'all' }, chapters.first),
  // RGT-3
  explain: defineDeed(
    'rights.explain',
    { everybody: 'own', coordinator: 'all', focal_point: 'own' },
    chapters.first,
  ),
} as const;
