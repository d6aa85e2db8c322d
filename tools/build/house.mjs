import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds everything. */
export const house = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export const hashOf = (...parts) => {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/** What a stamp file says, or nothing. */
export function readStampFile(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Every file below a folder whose path is wanted. */
export function* filesBelow(folder, wanted) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!wanted(path, entry.isDirectory())) continue;
    if (entry.isDirectory()) yield* filesBelow(path, wanted);
    else if (entry.isFile()) yield path;
  }
}
