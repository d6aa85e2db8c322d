import type { EntityManager } from 'typeorm';
import { CommandReceiptEntity } from './command-receipt.entity.js';

/**
 * What commands were answered goes where it says what may no longer be kept; that they were carried out stays, so that a
 * second arrival is still none.
 */
export async function forgetAnswers(tx: EntityManager, says: (answer: string) => boolean): Promise<void> {
  const answered = await tx
    .getRepository(CommandReceiptEntity)
    .createQueryBuilder('r')
    .where('r.answer IS NOT NULL')
    .getMany();
  for (const { personId, commandId, answer } of answered) {
    if (says(textIn(answer)))
      await tx.update(CommandReceiptEntity, { personId, commandId }, { answer: () => 'NULL' });
  }
}

/** All strings of an answer, as they are read. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textIn).join('\n');
}
