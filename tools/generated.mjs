import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { house } from './build/house.mjs';

/** Which of the files (path → text) differ from what is on the disk, in the house's format. */
async function differing(files) {
  const options = await prettier.resolveConfig(join(house, 'package.json'));
  const stale = new Map();
  for (const [path, text] of files) {
    const wanted = await prettier.format(text, { ...options, filepath: path });
    const file = join(house, path);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== wanted) stale.set(path, wanted);
  }
  return stale;
}

/** Writes generated files, or with `--check` only says which are stale. Answers with the exit code. */
export async function settle(files, command) {
  const stale = await differing(files);
  if (!process.argv.includes('--check')) {
    for (const [path, text] of stale) {
      writeFileSync(join(house, path), text);
      console.log(`written: ${path}`);
    }
    return 0;
  }
  for (const path of stale.keys()) console.error(`stale: ${path} (run ${command})`);
  return stale.size > 0 ? 1 : 0;
}
