import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const find = createRequire(import.meta.url).resolve;
const kept = fileURLToPath(new URL('../../../node_modules/.cache/plenary-fonts', import.meta.url));

/** What words need to be written right, and figures of one width; no alternates that nothing asks for. */
const latin = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga', 'tnum'];
/** How letters join. */
const arabic = [...latin, 'isol', 'init', 'medi', 'fina', 'rlig', 'calt', 'curs'];

/**
 * Cuts each font down to what its `@font-face` in `kit/fonts.css` says: its characters and its weights. The packages hold
 * a script whole, and weights from 100 to 900: three times as much as the house uses.
 */
export function cutFonts(): Plugin {
  return {
    name: 'plenary-cut-fonts',
    enforce: 'pre',
    async transform(css, id) {
      if (!id.endsWith('/kit/fonts.css')) return null;
      const faces = [...css.matchAll(/@font-face\s*\{[^}]*\}/g)].map(([face]) => face);
      let code = css;
      for (const face of faces) {
        const address = valueOf(face, 'src', /url\('([^']+)'\)/);
        code = code.replace(face, face.replace(address, await cut(face, address)));
      }
      return { code, map: null };
    },
  };
}

async function cut(face: string, address: string): Promise<string> {
  const font = readFileSync(find(address));
  const keepFeatures = address.includes('arabic') ? arabic : latin;
  const name = createHash('sha256')
    .update(font)
    .update(face)
    .update(String(keepFeatures))
    .digest('hex')
    .slice(0, 12);
  const path = join(kept, `${basename(address, '.woff2')}.${name}.woff2`);
  if (existsSync(path)) return path;
  const [min, max] = valueOf(face, 'font-weight', /(\d+ \d+)/)
    .split(' ')
    .map(Number);
  const small = await subsetFont(font, charactersOf(valueOf(face, 'unicode-range', /(U\+[^;]+)/)), {
    targetFormat: 'woff2',
    keepFeatures,
    variationAxes: { wght: { min: min!, max: max! } },
  });
  mkdirSync(kept, { recursive: true });
  writeFileSync(path, small);
  return path;
}

function valueOf(face: string, property: string, form: RegExp): string {
  const [, said = ''] = new RegExp(`${property}:([^;]+);`).exec(face) ?? [];
  const [, value] = form.exec(said) ?? [];
  if (!value) throw new Error(`A font without ${property}: ${face}`);
  return value;
}

const charactersOf = (ranges: string): string =>
  ranges
    .split(',')
    .flatMap((range) => {
      const [first, last = first] = range
        .trim()
        .slice(2)
        .split('-')
        .map((code) => parseInt(code, 16)) as [number, number?];
      return Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step));
    })
    .join('');
