import type { Actor } from '@plenary/ground/kernel';
import type { RateLimits } from '@plenary/ground/server';

/** TSK-8: acts of one person in ten minutes; whoever drags cards makes many. */
const [acts, seconds] = [600, 600];

export const takeTaskLimit = (limits: RateLimits, { personId }: Actor): Promise<void> =>
  limits.take('task.act', personId, acts, seconds);
