import { Logger, runMigrations } from 'graphile-worker';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** The library's own words may hold a payload: what is worth telling, `JobRunner` tells. */
export const silentLibrary = new Logger(() => () => undefined);

/** Jobs stand beside the rooms' tables, so that one transaction, one backup and one schema of a spec hold both. */
export async function schemaOf(database: DataSource): Promise<string> {
  const [{ schema }] = await database.query('SELECT current_schema() AS schema');
  return schema as string;
}

/**
 * The library's tables, functions and migrations of them. Runs before ours, under our lock, so that a migration of a
 * room can add jobs for what was written before there were any.
 */
export async function makeJobTables(database: DataSource): Promise<void> {
  const { master } = database.driver as unknown as { readonly master: Pool };
  await runMigrations({ pgPool: master, schema: await schemaOf(database), logger: silentLibrary });
}
