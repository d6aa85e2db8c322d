import type { EntityManager } from 'typeorm';
import { CommandReceiptEntity } from './command-receipt.entity.js';

/** Answers that are looked at together. */
const atOnce = 500;

/**
 * What commands were answered goes where it says what may no longer be kept; that they were carried out stays, so that a
 * second arrival is still none.
 */
export async function forgetAnswers(tx: EntityManager, says: (answer: string) => boolean): Promise<void> {
  let some: CommandReceiptEntity[] = [];
  do {
    some = await answersBehind(tx, some.at(-1));
    for (const { personId, commandId, answer } of some) {
      if (says(textIn(answer)))
        await tx.update(CommandReceiptEntity, { personId, commandId }, { answer: () => 'NULL' });
    }
  } while (some.length === atOnce);
}

/** In the order of their ids, so that none is passed over while others are emptied. */
function answersBehind(
  tx: EntityManager,
  after: CommandReceiptEntity | undefined,
): Promise<CommandReceiptEntity[]> {
  const query = tx
    .getRepository(CommandReceiptEntity)
    .createQueryBuilder('r')
    .where('r.answer IS NOT NULL')
    .orderBy('r.personId')
    .addOrderBy('r.commandId')
    .limit(atOnce);
  if (after)
    query.andWhere('(r.personId, r.commandId) > (:personId, :commandId)', {
      ...{ personId: after.personId, commandId: after.commandId },
    });
  return query.getMany();
}

/** All strings of an answer, as they are read. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textIn).join('\n');
}
