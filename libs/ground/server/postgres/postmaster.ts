import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { program } from './binaries.js';
import { clusterPassword, owner } from './cluster.js';
import type { Placement } from './placement.js';
import { isAlive, isPostmasterOf, pause, until } from './processes.js';
import { run, startDetached, type Runner } from './runner.js';
import { forgetAddress, listenOptions, newAddress, readPostmaster, type Address } from './sockets.js';
import { postgresFailure } from './failures.js';

export interface Postmaster {
  readonly pid: number;
  readonly address: Address;
}

type Answer = 'ready' | 'starting' | 'silent';

const settings = [
  'fsync=on',
  'log_checkpoints=off',
  'logging_collector=off',
  'password_encryption=scram-sha-256',
];
const patience = 5_000;
/** After a power failure PostgreSQL reads its log again first, which on a slow disk takes a while. */
const recoveryPatience = 180_000;
const largestLog = 5_000_000;

/** A client for one of the databases of the cluster. */
export function clientOf(place: Placement, address: Address, database: string): Client {
  const password = clusterPassword(place.home);
  return new Client({ ...address, user: owner, database, password, connectionTimeoutMillis: 2_000 });
}

async function ask(place: Placement, address: Address): Promise<Answer> {
  const client = clientOf(place, address, 'postgres');
  // A server that goes down while we ask must not end this process with an unheard 'error'.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      `select current_setting('data_directory') as folder`,
    );
    return rows[0]?.folder === place.cluster || process.platform === 'win32' ? 'ready' : 'silent';
  } catch (reason) {
    return (reason as { code?: string }).code === '57P03' ? 'starting' : 'silent';
  } finally {
    await client.end().catch(() => {});
  }
}

const logFile = (place: Placement) => join(place.home, 'postgres.log');

function lastLines(file: string, from: number): string {
  const text = existsSync(file) ? readFileSync(file).subarray(from).toString() : '';
  return text.trim().split('\n').slice(-12).join('\n');
}

/** A postmaster that outlived us, after kill -9, is used on: starting a second one would have to wait for its end. */
export async function adoptPostmaster(place: Placement): Promise<Postmaster | undefined> {
  let end = Date.now() + patience;
  for (;;) {
    const found = readPostmaster(place.cluster);
    if (!found) return undefined;
    if (!isPostmasterOf(found.pid, place.cluster)) {
      // Its number may belong to a stranger by now, and then PostgreSQL itself would refuse to start.
      rmSync(join(place.cluster, 'postmaster.pid'), { force: true });
      return undefined;
    }
    const answer = found.address ? await ask(place, found.address) : 'silent';
    if (answer === 'ready') return { pid: found.pid, address: found.address! };
    if (answer === 'starting') end = Math.max(end, Date.now() + patience);
    if (Date.now() > end) {
      const log = `A database process (${found.pid}) holds ${place.cluster} but does not answer.`;
      throw postgresFailure(place.dataDir, log);
    }
    await pause(50);
  }
}

/** Children of a killed postmaster need a moment to notice; until then the next one is refused the folder. */
const passing = /postmaster\.pid|pre-existing shared memory block|Address already in use/i;

export async function startPostmaster(
  place: Placement,
  binaries: string,
  runner: Runner,
  at?: Address,
): Promise<Postmaster> {
  const end = Date.now() + patience;
  for (;;) {
    const outcome = await tryStart(place, binaries, runner, at);
    if (typeof outcome !== 'string') return outcome;
    if (Date.now() > end || !passing.test(outcome)) throw postgresFailure(place.dataDir, outcome);
    await pause(100);
  }
}

/** One attempt: the postmaster, or what PostgreSQL wrote before it gave up. */
async function tryStart(
  place: Placement,
  binaries: string,
  runner: Runner,
  at?: Address,
): Promise<Postmaster | string> {
  const file = logFile(place);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(file, `${file}.old`);
  const from = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const address = at ?? (await newAddress(place.home, runner));
  const options = [...listenOptions(address), ...settings].flatMap((setting) => ['-c', setting]);
  const log = openSync(file, 'a', 0o600);
  const child = startDetached(runner, program(binaries, 'postgres'), ['-D', place.cluster, ...options], log);
  closeSync(log);
  let failure: string | undefined;
  child.once('error', (reason) => (failure = reason.message));
  child.once('exit', () => (failure ??= lastLines(file, from)));
  const end = Date.now() + recoveryPatience;
  while (failure === undefined && Date.now() < end) {
    if ((await ask(place, address)) === 'ready') return { pid: child.pid!, address };
    await pause(15);
  }
  if (failure === undefined) child.kill('SIGINT');
  if (!at) forgetAddress(address);
  return failure ?? lastLines(file, from);
}

/** Ends the database after its running transactions are cut off and everything is on the disk. */
export async function stopPostmaster(
  place: Placement,
  postmaster: Postmaster,
  binaries: string,
): Promise<void> {
  const { pid, address } = postmaster;
  if (isPostmasterOf(pid, place.cluster)) {
    if (process.platform === 'win32') {
      await run({}, program(binaries, 'pg_ctl'), ['stop', '-m', 'fast', '-D', place.cluster]);
    } else {
      process.kill(pid, 'SIGINT');
    }
    const gone = await until(() => !isAlive(pid), 30_000);
    // Ends at once and is put right from the log at the next start; nothing acknowledged is lost.
    if (!gone) process.kill(pid, 'SIGQUIT');
    if (!gone) await until(() => !isAlive(pid), 5_000);
  }
  forgetAddress(address);
}
