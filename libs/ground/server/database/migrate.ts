import type { DataSource } from 'typeorm';
import { makeJobTables } from '../jobs/job-tables.js';
import { StartupError } from '../config/startup-error.js';

/** Any number that nothing else in this database locks. */
const migrationLock = 762_836_279;

/**
 * Brings the database to this version. One process at a time (advisory lock); each migration is one transaction,
 * so that a kill half-way leaves the database as it was and the next start goes on. A database that knows more
 * than this code is refused untouched.
 */
export async function migrate(database: DataSource): Promise<{ applied: number }> {
  const runner = database.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await refuseNewer(database);
    await makeJobTables(database);
    const applied = await database.runMigrations({ transaction: 'each' });
    return { applied: applied.length };
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await runner.release();
  }
}

async function refuseNewer(database: DataSource): Promise<void> {
  const [table] = await database.query(`SELECT to_regclass('migration') AS name`);
  if (!table.name) return;
  const known = new Set(database.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const done: { name: string }[] = await database.query('SELECT name FROM migration ORDER BY id');
  const newer = done.find(({ name }) => !known.has(name));
  if (newer) throw new StartupError('database.newer', { migration: newer.name });
}
