import { DataSource, type MigrationInterface } from 'typeorm';
import {
  checkBackup,
  dataSourceOptions,
  fileStoreOf,
  migrate,
  readBackup,
  refuseUnlessEmpty,
  StartupError,
  writeBackup,
  type AppConfig,
  type BackupHead,
  type Connection,
  type LostFiles,
  type MigrationList,
  type Written,
} from '@plenary/ground/server';
import { beginNewEpoch } from '@plenary/ground/server/collab';
import { houseMigrations } from './app.module.js';
import { borrowDatabase, openDatabase, unreachable, type Say } from './start-plenary.js';

/** `npm run backup`: everything that is kept, into one file; Plenary may go on running. */
export async function backUp(
  config: AppConfig,
  file: string,
  say: Say,
  lostFiles: LostFiles = 'refuse',
): Promise<Written> {
  const database = await borrowDatabase(config, say);
  try {
    return await using(database.connection, houseMigrations, async (source) => {
      const [{ made }] = await source.query(`SELECT to_regclass('migration') IS NOT NULL AS made`);
      if (!made)
        throw new StartupError('backup.no-data', {
          place: config.databaseUrl ? 'that database' : config.dataDir,
        });
      return writeBackup(source, fileStoreOf(source, config.filesFolder), file, lostFiles);
    });
  } finally {
    await database.stop();
  }
}

/** `npm run restore`: a backup into an empty data folder or database, which is then brought to this version. */
export async function restore(config: AppConfig, file: string, say: Say): Promise<Written> {
  say('Checking the backup');
  const { head } = await checkBackup(file);
  const then = migrationsOf(head);
  const database = await openDatabase(config, say);
  try {
    const { connection } = database;
    await using(connection, then, refuseUnlessEmpty);
    say(`Reading the backup of ${head.at}`);
    const written = await using(connection, then, async (source) => {
      await migrate(source);
      return readBackup(source, fileStoreOf(source, config.filesFolder), file, beginNewEpoch);
    });
    await using(connection, houseMigrations, migrate);
    return written;
  } finally {
    await database.stop();
  }
}

/** The tables' shape at the time of the backup: its rows fit into that one. */
function migrationsOf({ migrations }: BackupHead): MigrationList {
  const known = new Map(houseMigrations.map((each) => [nameOf(each), each]));
  return migrations.map((name) => {
    const found = known.get(name);
    if (!found) throw new StartupError('backup.newer', { migration: name });
    return found;
  });
}

const nameOf = (migration: MigrationList[number]): string =>
  (new migration() as MigrationInterface).name ?? migration.name;

async function using<Result>(
  connection: Connection,
  migrations: MigrationList,
  work: (source: DataSource) => Promise<Result>,
): Promise<Result> {
  const source = new DataSource(dataSourceOptions(connection, { entities: [], migrations }, 3));
  await source.initialize().catch((reason: unknown) => {
    throw 'url' in connection ? unreachable(reason) : reason;
  });
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}
