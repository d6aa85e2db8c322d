import { defineDeed } from '@plenary/ground/kernel';

/** Watching what one began oneself; who may begin it says its room. */
export const longWorkDeeds = { watch: defineDeed('long-work.watch', { everybody: 'own' }) } as const;
