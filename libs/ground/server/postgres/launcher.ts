import { existsSync } from 'node:fs';
import { findBinaries } from './binaries.js';
import { clusterPassword, ensureCluster, owner } from './cluster.js';
import { lockData, type DataLock } from './data-lock.js';
import { makeDataFolder, placeCluster, usualSharedDir, type Placement } from './placement.js';
import { adoptPostmaster, clientOf, startPostmaster, stopPostmaster, type Postmaster } from './postmaster.js';
import { runnerFor } from './runner.js';
import { StartupError } from '../config/startup-error.js';
import { asStartupError } from './failures.js';
import { watchPostmaster } from './watch.js';

export interface EmbeddedPostgresOptions {
  /** Made if missing. Holds the cluster, unless the user who runs the database cannot reach it. */
  readonly dataDir: string;
  /** Told of each step a person may have to wait for, in plain English. */
  readonly onProgress?: (line: string) => void;
  /** A folder with `bin`, `lib` and `share` of PostgreSQL, instead of the installed package. */
  readonly binariesDir?: string;
  /** Where things go that the database's user must reach, if the data folder is closed to it. */
  readonly sharedDir?: string;
}

export interface EmbeddedPostgres {
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
    readonly password?: string;
  };
  readonly pid: number;
  /** Ends the database and frees the data folder. A second call does nothing. */
  stop(): Promise<void>;
}

const database = 'plenary';

async function ensureDatabase(place: Placement, { address }: Postmaster): Promise<void> {
  const client = clientOf(place, address, 'postgres');
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database "${database}"`);
  } finally {
    await client.end();
  }
}

async function launch(options: EmbeddedPostgresOptions, dataDir: string, locks: DataLock[]) {
  const onProgress = options.onProgress ?? (() => {});
  const sharedDir = options.sharedDir ?? usualSharedDir;
  locks.push(await lockData(dataDir, dataDir));
  const place = placeCluster(dataDir, sharedDir, onProgress);
  if (place.home !== dataDir) locks.push(await lockData(place.home, dataDir));
  const fresh = !existsSync(place.cluster);
  const runner = runnerFor(place.cluster);
  const binaries = findBinaries(runner, dataDir, sharedDir, onProgress, options.binariesDir);
  if (fresh) onProgress(`Making the database in ${place.cluster}`);
  await ensureCluster(place, binaries, runner);
  const postmaster =
    (await adoptPostmaster(place)) ?? (await startPostmaster(place, binaries, runnerFor(place.cluster)));
  try {
    await ensureDatabase(place, postmaster);
  } catch (reason) {
    await stopPostmaster(place, postmaster, binaries);
    throw reason;
  }
  const watch = watchPostmaster(
    postmaster,
    ({ address }) => startPostmaster(place, binaries, runnerFor(place.cluster), address),
    onProgress,
  );
  return { place, binaries, watch };
}

/**
 * Starts the PostgreSQL that comes with Plenary, or goes on with one that outlived an earlier Plenary on the same
 * data. It listens on a socket that only we can reach, never on a network.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const locks: DataLock[] = [];
  const release = () => locks.splice(0).forEach((lock) => lock.release());
  try {
    const dataDir = makeDataFolder(options.dataDir);
    const { place, binaries, watch } = await launch(options, dataDir, locks);
    let stopping: Promise<void> | undefined;
    const end = async () => {
      await watch.end();
      await stopPostmaster(place, watch.current, binaries);
    };
    return {
      connection: connectionTo(place, watch.current),
      get pid() {
        return watch.current.pid;
      },
      stop: () => (stopping ??= end().finally(release)),
    };
  } catch (reason) {
    release();
    throw asStartupError(reason, options.dataDir);
  }
}

/**
 * The database of this data folder for a while: the one that a running Plenary uses, which goes on afterwards, or one
 * started for the purpose.
 */
export async function borrowEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<Pick<EmbeddedPostgres, 'connection' | 'stop'>> {
  try {
    return await startEmbeddedPostgres(options);
  } catch (reason) {
    if (!(reason instanceof StartupError) || reason.code !== 'data.in-use') throw reason;
    const dataDir = makeDataFolder(options.dataDir);
    const place = placeCluster(dataDir, options.sharedDir ?? usualSharedDir, () => {});
    const running = await adoptPostmaster(place);
    if (!running) throw reason;
    return { connection: connectionTo(place, running), stop: async () => undefined };
  }
}

const connectionTo = (place: Placement, { address }: Postmaster) => ({
  ...address,
  user: owner,
  database,
  password: clusterPassword(place.home),
});
