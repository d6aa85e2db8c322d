import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, pause, processStart } from './processes.js';
import { StartupError } from '../config/startup-error.js';

interface Holder {
  readonly pid: number;
  readonly started: string | null;
}

export interface DataLock {
  release(): void;
}

/** Locks of this very process, for systems that do not tell when a process began. */
const heldHere = new Set<string>();

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isHeld(file: string, holder: Holder): boolean {
  if (!isAlive(holder.pid)) return false;
  if (holder.started !== null) return processStart(holder.pid) === holder.started;
  return holder.pid !== process.pid || heldHere.has(file);
}

/** The holder, giving another process a moment to finish writing its lock; a lock never finished has none. */
async function settledHolder(file: string): Promise<Holder | undefined> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const holder = readHolder(file);
    if (holder) return holder;
    await pause(20);
  }
  return undefined;
}

/**
 * Moves a dead lock aside. Two processes may try at once: whoever finds that it moved a living lock puts it back.
 */
function moveAside(file: string): Holder | undefined {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return undefined;
  }
  const moved = readHolder(aside);
  if (moved && isHeld(file, moved)) {
    renameSync(aside, file);
    return moved;
  }
  rmSync(aside, { force: true });
  return undefined;
}

/**
 * One Plenary for one data folder. The lock names the process and when it began, so that a lock left behind by
 * a killed process is taken over at once.
 */
export async function lockData(folder: string, dataDir: string): Promise<DataLock> {
  const file = join(folder, 'plenary.lock');
  const mine = JSON.stringify({ pid: process.pid, started: processStart(process.pid) } satisfies Holder);
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      break;
    } catch (reason) {
      if ((reason as NodeJS.ErrnoException).code !== 'EEXIST') throw reason;
    }
    const holder = await settledHolder(file);
    const living = holder && isHeld(file, holder) ? holder : moveAside(file);
    if (living) throw new StartupError('data.in-use', { dataDir, pid: living.pid });
  }
  heldHere.add(file);
  return {
    release() {
      if (!heldHere.delete(file)) return;
      if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}
