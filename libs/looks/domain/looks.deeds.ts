import { defineDeed } from '@plenary/ground/kernel';

export const lookDeeds = {
  look: defineDeed('look.begin', { coordinator: 'all' }, 'coalition'),
} as const;
