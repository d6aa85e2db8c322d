import { defineDeed } from '@plenary/ground/kernel';

export const rightsDeeds = {
  read: defineDeed('rights.read', { everybody: 'all' }),
  // RGT-3
  explain: defineDeed('rights.explain', { everybody: 'own', coordinator: 'all', focal_point: 'own' }),
} as const;
