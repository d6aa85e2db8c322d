import { isAlive } from './processes.js';
import type { Postmaster } from './postmaster.js';

/** Milliseconds. */
const lookEvery = 1_000;

export interface Watch {
  readonly current: Postmaster;
  end(): Promise<void>;
}

/**
 * Starts the database again, at the same address, when it ended without being told to: killed for want of memory, or
 * given up on a full disk. As long as that fails it is tried again; who waits for the database goes on when it is back.
 */
export function watchPostmaster(
  first: Postmaster,
  startAgain: (ended: Postmaster) => Promise<Postmaster>,
  onProgress: (line: string) => void,
): Watch {
  let current = first;
  let trying: Promise<void> | null = null;
  let said = false;
  const look = () => {
    if (trying || isAlive(current.pid)) return;
    if (!said) onProgress('The database ended unexpectedly; starting it again');
    said = true;
    trying = startAgain(current)
      .then(
        (next) => {
          current = next;
          said = false;
          onProgress('The database is back');
        },
        () => undefined,
      )
      .finally(() => (trying = null));
  };
  const timer = setInterval(look, lookEvery);
  timer.unref();
  return {
    get current() {
      return current;
    },
    async end() {
      clearInterval(timer);
      await trying;
    },
  };
}
