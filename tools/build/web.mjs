import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { runChild } from './child.mjs';
import { filesBelow, hashOf, house, readStampFile } from './house.mjs';
import { StepError } from './step.mjs';

const stampFile = join(house, 'dist/web.stamp');
const page = join(house, 'dist/web/index.html');
/** Folders that never reach a browser. */
const closed = new Set(['node_modules', 'dist', 'server', 'testing', 'test', 'migrations']);

const wanted = (path, isFolder) =>
  isFolder ? !closed.has(basename(path)) : !/\.(spec\.tsx?|md)$/.test(path);

function fingerprint() {
  const sources = ['apps/web', 'libs'].flatMap((folder) => [...filesBelow(join(house, folder), wanted)]);
  const shared = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.web.json'].map((name) =>
    join(house, name),
  );
  return hashOf(...[...sources, ...shared].flatMap((path) => [relative(house, path), readFileSync(path)]));
}

/** Builds the web client to dist/web when anything that goes into it has changed. */
export async function ensureWeb() {
  const now = fingerprint();
  if (existsSync(page) && readStampFile(stampFile) === now) return 'up to date';
  // A build cut short must not be taken for a whole one.
  rmSync(stampFile, { force: true });
  const vite = join(house, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--config', 'apps/web/vite.config.ts', '--logLevel', 'warn'];
  const { code, output } = await runChild(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { NODE_ENV: 'production', NO_COLOR: '1' },
  });
  if (code !== 0 || !existsSync(page))
    throw new StepError(`The web client could not be built.\n${output.trim()}`);
  mkdirSync(join(house, 'dist'), { recursive: true });
  writeFileSync(stampFile, `${now}\n`);
  return 'built';
}
