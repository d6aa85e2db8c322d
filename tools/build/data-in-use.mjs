import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

function processStat(pid) {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function lives({ pid, started }) {
  try {
    process.kill(pid, 0);
  } catch (reason) {
    if (reason.code !== 'EPERM') return false;
  }
  const stat = processStat(pid);
  if (stat?.[0] === 'Z') return false;
  return started === null || stat === undefined || stat[19] === started;
}

/**
 * The living Plenary that holds the data folder, if there is one. The server makes sure of it itself
 * (libs/ground/server/postgres/data-lock.ts); asking first spares a person the wait for a build.
 */
export function whoUsesTheData() {
  if (process.env.DATABASE_URL) return undefined;
  const dataDir = resolve(process.env.PLENARY_DATA || './data');
  try {
    const holder = JSON.parse(readFileSync(join(dataDir, 'plenary.lock'), 'utf8'));
    return lives(holder) ? { pid: holder.pid, dataDir } : undefined;
  } catch {
    return undefined;
  }
}
