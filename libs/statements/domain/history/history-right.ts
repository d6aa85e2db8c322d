import type { Right } from '@plenary/ground/kernel';

/** STM-22: with which right on a statement its history is seen. */
export const historyRights = ['read', 'comment', 'edit'] as const satisfies readonly Right[];
export type HistoryRight = (typeof historyRights)[number];

/** Whoever reads a text that is out does not see how it came about. */
export const usualHistoryRight: HistoryRight = 'edit';
