import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';

/** Fields of /proc/<pid>/stat after the name in brackets, which may itself hold spaces and brackets. */
function procStat(pid: number): string[] | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** When the process began, in ticks since the machine's start; tells a process from a later one of its number. */
export function processStart(pid: number): string | null {
  return procStat(pid)?.[19] ?? null;
}

/** Whether the process runs. A zombie, dead but not yet reaped by its parent, does not. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return procStat(pid)?.[0] !== 'Z';
}

/** Whether the process is a postmaster of this cluster; numbers of processes are given again, in containers soon. */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (existsSync(`/proc/${pid}/stat`)) {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster;
    } catch {
      // The link is closed to anyone but the owner; the command line is not.
      return isAlive(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
    }
  }
  if (process.platform === 'win32') return true;
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).includes('postgres');
  } catch {
    return false;
  }
}

export const pause = (milliseconds: number) => new Promise<void>((next) => setTimeout(next, milliseconds));

/** Asks again until the answer is yes or the time is over. */
export async function until(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) return false;
    await pause(20);
  }
  return true;
}
