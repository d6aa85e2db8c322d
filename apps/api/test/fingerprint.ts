import type { DataSource } from 'typeorm';

/** Columns that tell of visits and not of the coalition. */
const restless = ['last_used_at'];

/** A hash of the rows of each table, so that "nothing has changed" can be proved for all of them at once. */
export async function fingerprint(database: DataSource): Promise<Record<string, string>> {
  const tables: { name: string }[] = await database.query(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY 1',
  );
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await database.query(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(line, '' ORDER BY line), '')) AS hash
       FROM (SELECT (to_jsonb(t) - $1::text[])::text AS line FROM "${name}" t) lines`,
      [restless],
    );
    hashes[name] = row.hash;
  }
  return hashes;
}
