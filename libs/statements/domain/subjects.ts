import type { Subject } from '@plenary/ground/kernel';

/** What the record of a statement stands under. */
export const statementSubject = (statementId: string): Subject => ({ kind: 'statement', id: statementId });
