import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { hashOf, house, readStampFile } from './house.mjs';
import { StepError } from './step.mjs';

const modules = join(house, 'node_modules');
const stampFile = join(modules, '.plenary-lock-hash');
const lockFile = join(house, 'package-lock.json');

/** Whether npm, run by hand, has installed exactly what the lock file asks for. */
function isInstalled() {
  try {
    const asked = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(asked).every(([path, { version, optional, peer, link }]) => {
      if (path === '' || link) return true;
      return present[path] ? present[path].version === version : Boolean(optional || peer);
    });
  } catch {
    return false;
  }
}

/** Installs the dependencies when they are missing or the lock file has changed. */
export async function ensureDependencies() {
  const wanted = hashOf(readFileSync(lockFile));
  const stamp = readStampFile(stampFile);
  if (stamp === wanted) return 'up to date';
  if (isInstalled()) {
    writeFileSync(stampFile, `${wanted}\n`);
    return 'up to date';
  }
  console.log(existsSync(modules) ? 'Dependencies have changed; installing …' : 'Installing dependencies …');
  const windows = process.platform === 'win32';
  const { code } = await runChild(windows ? 'npm.cmd' : 'npm', ['ci'], {
    env: { NODE_ENV: 'development' },
    shell: windows,
  });
  if (code !== 0) {
    throw new StepError(
      'The dependencies could not be installed (see above). Is the network reachable? Then run npm ci.',
    );
  }
  writeFileSync(stampFile, `${wanted}\n`);
  return 'installed';
}
