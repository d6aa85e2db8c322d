import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';

/** PostgreSQL refuses to run as root; this number needs no account on the machine. */
const unprivileged = 65534;

export const isRoot = () => process.getuid?.() === 0;

/** As whom PostgreSQL runs: ourselves, or when we are root the owner of the cluster or an unprivileged number. */
export interface Runner {
  readonly uid?: number;
  readonly gid?: number;
}

export function runnerFor(cluster?: string): Runner {
  if (!isRoot()) return {};
  const owner = cluster ? statSync(cluster, { throwIfNoEntry: false }) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return { uid: unprivileged, gid: unprivileged };
}

/** Gives a file or folder to the one who runs PostgreSQL. */
export function handTo(runner: Runner, path: string): void {
  if (runner.uid !== undefined) chownSync(path, runner.uid, runner.gid ?? runner.uid);
}

/** PostgreSQL sees none of our settings, which may hold secrets; Windows starts nothing without its own. */
const env = process.platform === 'win32' ? undefined : { PATH: '/usr/bin:/bin', LC_ALL: 'C' };

/** Our own working folder may be closed to the runner. */
const cwd = process.platform === 'win32' ? undefined : '/';

export interface Ran {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs a short program to its end. */
export function runOnce(runner: Runner, program: string, args: readonly string[]): Ran {
  const ran = spawnSync(program, args, { ...runner, cwd, env, encoding: 'utf8', windowsHide: true });
  const output = `${ran.error ? `${ran.error.message}\n` : ''}${ran.stdout ?? ''}${ran.stderr ?? ''}`;
  return { ok: ran.status === 0, output };
}

/** Runs a program to its end without holding up this process. */
export function run(runner: Runner, program: string, args: readonly string[]): Promise<Ran> {
  return new Promise((done) => {
    const child = spawn(program, args, { ...runner, cwd, env, windowsHide: true });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (reason) => done({ ok: false, output: `${output}${reason.message}` }));
    child.once('close', (code) => done({ ok: code === 0, output }));
  });
}

/**
 * Starts the database in a process group of its own: a Ctrl-C in the terminal reaches only us, and the database
 * is still there while we write the last words down.
 */
export function startDetached(
  runner: Runner,
  program: string,
  args: readonly string[],
  log: number,
): ChildProcess {
  const child = spawn(program, args, {
    ...runner,
    cwd,
    env,
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  });
  child.unref();
  return child;
}

/** Whether the runner may pass through every folder on the way to this path and enter it. */
export function canReach(runner: Runner, path: string): boolean {
  if (runner.uid === undefined) return true;
  return runOnce(runner, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', path]).ok;
}
