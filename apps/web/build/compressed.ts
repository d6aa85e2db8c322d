import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const isText = /\.(js|css|html|svg|webmanifest)$/;
/** Below, the headers are larger than what is won. */
const worth = 512;

/** Writes each text file compressed beside it, as small as can be: the server sends these, and compresses nothing. */
export function compressed(): Plugin {
  let folder = '';
  return {
    name: 'plenary-compressed',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!isText.test(name)) continue;
        const text = readFileSync(join(folder, name));
        if (text.length < worth) continue;
        writeFileSync(
          join(folder, `${name}.br`),
          brotliCompressSync(text, {
            params: {
              [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
              [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
              [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
            },
          }),
        );
        writeFileSync(join(folder, `${name}.gz`), gzipSync(text, { level: 9 }));
      }
    },
  };
}
