import type { EntityManager } from 'typeorm';
import type { Subject } from '@plenary/ground/kernel';

/**
 * The one exception to a log that is never changed: what events of a subject told is said otherwise, so that words can be
 * erased for good. That they happened, when and by whom stays. Answers how many are concerned; without `isMeant` they stay
 * as they are.
 */
export async function retellEvents(
  tx: EntityManager,
  { kind, id }: Subject,
  retell: (event: { readonly name: string; readonly payload: object }) => object,
  isMeant: boolean,
): Promise<number> {
  const events: { id: string; name: string; payload: object }[] = await tx.query(
    `SELECT id, name, payload FROM event_log WHERE subject_kind = $1 AND subject_id = $2 AND payload <> '{}'`,
    [kind, id],
  );
  let count = 0;
  for (const event of events) {
    const told = JSON.stringify(retell(event));
    if (told === JSON.stringify(event.payload)) continue;
    count++;
    if (isMeant) await tx.query('UPDATE event_log SET payload = $2::jsonb WHERE id = $1', [event.id, told]);
  }
  return count;
}
