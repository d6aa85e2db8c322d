import type { DataSource } from 'typeorm';

/** Columns that tell of visits and not of the coalition. */
const restless = ['last_used_at'];
/** Attempts are counted whatever they ask for. */
const counters = ['attempt', 'attempt_key'];
/** The next turn of jobs that come again by themselves (`retention.sweep@…`) tells of the time of day alone. */
const ofTheHour = `coalesce(to_jsonb(t) ->> 'key', '') LIKE '%@%'`;

/** What is made of each text, soon after it was written. */
const projections = ['statement.word-count', 'statement.stretches'];

/** News that was not delivered yet, and texts of which what follows from them was not made yet. */
const waitingOnes = `
  SELECT (SELECT count(*) FROM outbox) + (
    SELECT count(*) FROM collab_document d
     CROSS JOIN unnest($1::text[]) AS n (name)
      LEFT JOIN collab_projection p ON p.document_id = d.id AND p.name = n.name
     WHERE d.seq > coalesce(p.seq, 0)) AS waiting`;

/** Waits until nothing follows any more from earlier steps, so that it is not taken for a change. */
async function settled(database: DataSource): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const [{ waiting }] = await database.query(waitingOnes, [projections]);
    if (Number(waiting) === 0) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('The outbox is not emptied, or texts are not followed up, within twenty seconds.');
}

/**
 * A hash of the rows of each table that is kept, so that "nothing has changed" can be proved for all of them at once.
 * UNLOGGED ones count attempts, which asking does add to; what is derived from texts is caught up by itself.
 */
export async function fingerprint(database: DataSource): Promise<Record<string, string>> {
  await settled(database);
  const tables: { name: string }[] = await database.query(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relpersistence = 'p'
       AND relname <> 'collab_projection' ORDER BY 1`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !counters.includes(table.name))) {
    const [row] = await database.query(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(line, '' ORDER BY line), '')) AS hash
       FROM (SELECT (to_jsonb(t) - $1::text[])::text AS line FROM "${name}" t
             WHERE NOT (${name === 'jobs' || name === '_private_jobs' ? ofTheHour : 'false'})) lines`,
      [restless],
    );
    hashes[name] = row.hash;
  }
  return hashes;
}
