/**
 * Compiles the server to dist/server as ES modules. Only files whose content changed are compiled again; the stamp
 * file remembers each file's hash. Types are not checked here: that is `npm run check`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutAliases } from './build/aliases.mjs';
import { serverSources } from './build/server-files.mjs';

const house = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(house, 'dist/server');
const stampFile = join(target, 'stamp.json');

const hash = (text) => createHash('sha1').update(text).digest('hex');
const read = (path) => readFileSync(join(house, path), 'utf8');
const outputOf = (source) => join(target, source.replace(/\.ts$/, '.js'));

function recipe() {
  const parts = ['tools/build-server.mjs', 'tools/build/aliases.mjs', 'tools/build/server-files.mjs'].map(
    read,
  );
  const compiler = join(house, 'node_modules/@swc/core/package.json');
  return hash([...parts, readFileSync(compiler, 'utf8')].join('\0'));
}

function readStamp(how) {
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
    return stamp.how === how ? stamp : { how, files: {} };
  } catch {
    return { how, files: {} };
  }
}

const options = (source) => ({
  filename: join(house, source),
  sourceFileName: join(house, source),
  configFile: false,
  swcrc: false,
  sourceMaps: true,
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
});

async function compile(transform, source, text) {
  const { code, map } = await transform(text, options(source));
  const output = outputOf(source);
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, `${withoutAliases(code, source)}\n//# sourceMappingURL=${basename(output)}.map\n`);
  writeFileSync(`${output}.map`, map);
}

function forget(source) {
  rmSync(outputOf(source), { force: true });
  rmSync(`${outputOf(source)}.map`, { force: true });
}

/** Returns how many files there are, and how many of them were compiled. */
export async function buildServer() {
  const stamp = readStamp(recipe());
  const sources = serverSources(house).map((source) => ({ source, text: read(source) }));
  const files = Object.fromEntries(sources.map(({ source, text }) => [source, hash(text)]));
  if (Object.keys(stamp.files).length === 0) rmSync(target, { recursive: true, force: true });
  const changed = sources.filter(
    ({ source }) => stamp.files[source] !== files[source] || !existsSync(outputOf(source)),
  );
  const gone = Object.keys(stamp.files).filter((source) => !(source in files));
  if (changed.length === 0 && gone.length === 0) return { files: sources.length, compiled: 0 };
  mkdirSync(target, { recursive: true });
  // A build cut short must not be taken for a whole one.
  rmSync(stampFile, { force: true });
  writeFileSync(join(target, 'package.json'), '{"type":"module"}\n');
  gone.forEach(forget);
  if (changed.length > 0) {
    const { transform } = await import('@swc/core');
    await Promise.all(changed.map(({ source, text }) => compile(transform, source, text)));
  }
  writeFileSync(`${stampFile}.new`, JSON.stringify({ how: stamp.how, files }));
  renameSync(`${stampFile}.new`, stampFile);
  return { files: sources.length, compiled: changed.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const began = Date.now();
  const { files, compiled } = await buildServer();
  console.log(`Server: ${compiled} of ${files} files compiled (${Date.now() - began} ms)`);
}
