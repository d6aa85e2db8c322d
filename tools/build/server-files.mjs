import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const closed = new Set(['node_modules', 'dist', 'web', 'test', 'testing']);

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!closed.has(entry.name)) yield* walk(path);
    } else if (/\.ts$/.test(entry.name) && !/(\.spec|\.d)\.ts$/.test(entry.name)) {
      yield path;
    }
  }
}

const slashes = (path) => path.split(sep).join('/');

/** The TypeScript files of the server, relative to the house, with forward slashes. */
export function serverSources(house) {
  return ['apps/api', 'libs'].flatMap((folder) =>
    [...walk(join(house, folder))].map((path) => slashes(relative(house, path))),
  );
}
