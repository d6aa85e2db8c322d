import { StartupError } from '../config/startup-error.js';

const fullDisk = new Set(['ENOSPC', 'EDQUOT']);

/** Turns a refusal of the file system into something a person can act on; anything else passes unchanged. */
export function asStartupError(reason: unknown, dataDir: string): unknown {
  if (reason instanceof StartupError) return reason;
  const code = (reason as NodeJS.ErrnoException | undefined)?.code;
  const call = (reason as NodeJS.ErrnoException | undefined)?.syscall;
  if (!code || !call) return reason;
  if (fullDisk.has(code)) return new StartupError('disk.full', { dataDir });
  return new StartupError('data.unwritable', { dataDir, reason: (reason as Error).message });
}

/** A failure of PostgreSQL itself, with the last lines it wrote. */
export function postgresFailure(dataDir: string, log: string): StartupError {
  if (/No space left on device|Disk quota exceeded|Check free disk space/i.test(log))
    return new StartupError('disk.full', { dataDir });
  return new StartupError('postgres.failed', { dataDir, reason: log });
}
