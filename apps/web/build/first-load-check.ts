import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { compressedSize, firstLoadFiles, firstLoadLimit } from './first-load.js';

/** Fails the build when the first load outgrows its promise, and names the largest files. */
export function firstLoadCheck(): Plugin {
  let folder = '';
  return {
    name: 'plenary-first-load-check',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle() {
      const manifest = JSON.parse(readFileSync(join(folder, 'build-manifest.json'), 'utf8')) as never;
      const files = firstLoadFiles(manifest);
      const bytes = compressedSize(folder, files);
      const kilobytes = (size: number) => `${(size / 1024).toFixed(1)} KB`;
      const said = `first load ${kilobytes(bytes)} of ${kilobytes(firstLoadLimit)} (${files.length} files, gzip)`;
      if (bytes <= firstLoadLimit) return this.info(said);
      const largest = files
        .map((file) => [file, compressedSize(folder, [file])] as const)
        .sort((one, other) => other[1] - one[1])
        .slice(0, 5)
        .map(([file, size]) => `${file} ${kilobytes(size)}`);
      this.error(`${said}: too much. Load more of it lazily. Largest: ${largest.join(', ')}`);
    },
  };
}
