import type { QueryRunner } from 'typeorm';
import { sortNameOf } from '@plenary/ground/kernel';

/** Rows of one statement. */
const batch = 1_000;

/** For migrations, when names are compared otherwise than before: sets `sort_name` of all rows by their `column`. */
export async function renewSortNames(runner: QueryRunner, table: string, column: string): Promise<void> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows: { id: string; name: string; sort_name: string }[] = await runner.query(
      `SELECT id, ${column} AS name, sort_name FROM ${table} WHERE id > $1 ORDER BY id LIMIT ${batch}`,
      [last],
    );
    const changed = rows.filter(({ name, sort_name }) => sortNameOf(name) !== sort_name);
    await runner.query(
      `UPDATE ${table} t SET sort_name = c.sort_name FROM unnest($1::uuid[], $2::text[]) AS c (id, sort_name)
        WHERE t.id = c.id`,
      [changed.map(({ id }) => id), changed.map(({ name }) => sortNameOf(name))],
    );
    if (rows.length < batch) return;
    last = rows.at(-1)!.id;
  }
}
