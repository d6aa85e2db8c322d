import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { textModel } from '@plenary/ground/text';

/**
 * SYNC-12: new Yjs client ids for a document, within a transaction of the caller. Given to this author (null: the
 * server) and to nobody else, ever: also those that were given under an older model of texts are not given again.
 */
export async function grantIds(
  tx: EntityManager,
  document: string,
  author: { readonly personId: string | null; readonly organisationId: string | null } | null,
  count: number,
  at: Date,
): Promise<readonly number[]> {
  const granted: number[] = [];
  while (granted.length < count) {
    // Random, so that nobody can tell from an id when or to whom it was given.
    const wanted = Array.from({ length: count - granted.length }, () => randomInt(1, 2 ** 32));
    const rows: { client_id: string }[] = await tx.query(
      `INSERT INTO collab_client (document_id, client_id, person_id, organisation_id, at, model)
       SELECT $1, id, $3, $4, $5, ${textModel} FROM unnest($2::bigint[]) AS id
       ON CONFLICT DO NOTHING RETURNING client_id`,
      [document, wanted, author?.personId ?? null, author?.organisationId ?? null, at],
    );
    granted.push(...rows.map((row) => Number(row.client_id)));
  }
  return granted;
}
