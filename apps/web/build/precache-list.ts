import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformWithOxc, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Files that a device keeps, unless it saves data; fonts and words are kept once a page has used them. */
const keptByAll = (file: string) => /^assets\/.*\.(js|css)$/.test(file) && !/^assets\/words-/.test(file);

/**
 * Writes `/sw.js`: the worker with the names of what was built. Its version is a digest of those names, which
 * contain digests of what is inside, so that the worker changes exactly when the application does.
 */
export function precacheList(): Plugin {
  return {
    name: 'plenary-precache-list',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const source = readFileSync(here('../sw.ts'), 'utf8');
      const built = Object.keys(bundle)
        .filter((file) => file.startsWith('assets/'))
        .sort();
      const page = bundle['index.html'];
      const pageText = page?.type === 'asset' ? String(page.source) : '';
      const open = readdirSync(here('../public')).sort();
      const version = createHash('sha256')
        .update(JSON.stringify([built, pageText, open, source]))
        .digest('hex')
        .slice(0, 12);
      const { code } = await transformWithOxc(source, 'sw.ts', { target: 'es2022' });
      const constants = {
        VERSION: version,
        KEPT_BY_ALL: [
          '/',
          ...open.map((file) => `/${file}`),
          ...built.filter(keptByAll).map((file) => `/${file}`),
        ],
        BUILT: built.map((file) => `/${file}`),
      };
      const head = Object.entries(constants).map(
        ([name, value]) => `const ${name} = ${JSON.stringify(value)};`,
      );
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: [...head, code.replace(/export\s*\{\s*\};?/, '')].join('\n'),
      });
    },
  };
}
