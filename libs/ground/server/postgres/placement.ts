import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { canReach, isRoot, runnerFor } from './runner.js';
import { StartupError } from '../config/startup-error.js';

/** Where things go that an unprivileged user must reach though the data folder is closed to it. */
export const usualSharedDir = '/var/lib/plenary';

export interface Placement {
  /** The folder that was asked for. */
  readonly dataDir: string;
  /** The folder that holds the cluster: the same, or one below the shared folder. */
  readonly home: string;
  readonly cluster: string;
}

/** Makes the data folder; when root makes it, others may pass through it but not list it. */
export function makeDataFolder(dataDir: string): string {
  const fresh = !existsSync(dataDir);
  mkdirSync(dataDir, { recursive: true });
  if (fresh && isRoot()) chmodSync(dataDir, 0o711);
  return realpathSync(resolve(dataDir));
}

const clusterIn = (home: string) => join(home, 'postgres');
const isCluster = (folder: string) => existsSync(join(folder, 'PG_VERSION'));

/**
 * Decides where the cluster lives, the same way at every start: where one already is, before where one could be.
 * An existing cluster that can no longer be reached is refused; a silent, empty second one would look like loss.
 */
export function placeCluster(
  dataDir: string,
  sharedDir: string,
  onProgress: (line: string) => void,
): Placement {
  const inside = clusterIn(dataDir);
  if (isCluster(inside)) {
    if (canReach(runnerFor(inside), inside)) return { dataDir, home: dataDir, cluster: inside };
    const reason = `the database's user cannot pass through the folders above ${inside}`;
    throw new StartupError('data.unwritable', { dataDir, reason });
  }
  const home = join(sharedDir, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  const outside = clusterIn(home);
  if (!isCluster(outside) && canReach(runnerFor(), dataDir))
    return { dataDir, home: dataDir, cluster: inside };
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (!canReach(runnerFor(), home)) {
    const reason = `the database's user can reach neither this folder nor ${home}`;
    throw new StartupError('data.unwritable', { dataDir, reason });
  }
  writeFileSync(join(dataDir, 'postgres-lives-in.txt'), `${outside}\n`);
  onProgress(
    `The database cannot run below ${dataDir}, which is closed to other users; it lives in ${outside}`,
  );
  return { dataDir, home, cluster: outside };
}
