import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './binaries.js';
import type { Placement } from './placement.js';
import { handTo, run, type Runner } from './runner.js';
import { postgresFailure } from './failures.js';

export const owner = 'plenary';

const windows = process.platform === 'win32';
const passwordFile = (home: string) => join(home, 'postgres.password');

/** Windows has no sockets in folders, so there the database listens on this machine only, behind a password. */
export function clusterPassword(home: string): string | undefined {
  return windows ? readFileSync(passwordFile(home), 'utf8').trim() : undefined;
}

/**
 * Makes the cluster if there is none. It is made under another name and renamed when whole: a start cut short by a
 * power failure leaves nothing that looks like a database. Sorting and upper case come from PostgreSQL itself
 * (`builtin`), so an update of the operating system cannot corrupt an index.
 */
export async function ensureCluster(place: Placement, binaries: string, runner: Runner): Promise<void> {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return;
  const fresh = `${place.cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  chmodSync(fresh, 0o700);
  handTo(runner, fresh);
  const auth = windows
    ? ['--auth=scram-sha-256', `--pwfile=${newPasswordFile(place.home)}`]
    : ['--auth-local=trust', '--auth-host=reject'];
  const made = await run(runner, program(binaries, 'initdb'), [
    `--pgdata=${fresh}`,
    `--username=${owner}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
    '--no-instructions',
    ...auth,
  ]);
  if (!made.ok) {
    rmSync(fresh, { recursive: true, force: true });
    throw postgresFailure(place.dataDir, made.output.trim().split('\n').slice(-12).join('\n'));
  }
  renameSync(fresh, place.cluster);
}

function newPasswordFile(home: string): string {
  const file = passwordFile(home);
  writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  return file;
}
