import type { ClientBase } from 'pg';

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Lists of migrations, ours and the one of the queue's library; and what tells of this place's folder for files. */
const ofThisPlace = ['migration', 'migrations', 'file_place', 'file_unclaimed'];

/** Every table but those of this place, those that others point at first. What is UNLOGGED may be lost, and is not kept. */
export async function tablesInOrder(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(
    `
    SELECT c.relname AS name, array_remove(array_agg(DISTINCT target.relname::text), NULL) AS needs
    FROM pg_class c
    LEFT JOIN pg_constraint fk ON fk.conrelid = c.oid AND fk.contype = 'f' AND fk.confrelid <> c.oid
    LEFT JOIN pg_class target ON target.oid = fk.confrelid
    WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND c.relnamespace = current_schema()::regnamespace
      AND c.relname <> ALL ($1)
    GROUP BY c.relname ORDER BY c.relname`,
    [ofThisPlace],
  );
  const needs = new Map(rows.map((row) => [row.name, row.needs]));
  const ordered = new Set<string>();
  const visit = (name: string, above: readonly string[]): void => {
    if (ordered.has(name)) return;
    if (above.includes(name)) throw new Error(`Tables point at each other in a ring: ${name}`);
    needs.get(name)?.forEach((other) => visit(other, [...above, name]));
    ordered.add(name);
  };
  rows.forEach(({ name }) => visit(name, []));
  return [...ordered];
}

/** Columns that hold what was written; those that PostgreSQL derives are derived again. */
export async function columnsOf(client: ClientBase, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [quoted(table)],
  );
  return rows.map(({ name }) => name);
}

/** The last number each sequence gave out; one that gave none has no entry. */
export async function sequencesOf(client: ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `SELECT sequencename AS name, last_value AS last FROM pg_sequences
     WHERE schemaname = current_schema() AND sequencename NOT LIKE 'migration%' ORDER BY 1`,
  );
  return Object.fromEntries(rows.flatMap(({ name, last }) => (last === null ? [] : [[name, last]])));
}

/** True if any table holds a row. */
export async function holdsAnything(client: ClientBase): Promise<boolean> {
  for (const table of await tablesInOrder(client)) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`);
    if (rowCount) return true;
  }
  return false;
}
