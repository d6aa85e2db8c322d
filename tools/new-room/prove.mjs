/**
 * Proves with a throw-away room, in a copy of the tree, that `npm run new:room` writes one that holds: its own specs pass,
 * and little outside of it changes. With `--whole`, for `npm run check`, types and lint besides, and the specs of the
 * whole house that try a room. The last line is JSON: `{ outside: [path], failed: [step] }`.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { runChild, watchSignals } from '../build/child.mjs';
import { filesBelow, hashOf, house } from '../build/house.mjs';

const room = 'throw-aways';
const inside = `libs/${room}/`;
const left = new Set(['node_modules', 'dist', 'data', '.git', '.nx', 'coverage']);
/** What belongs to the tree, and is not made from it. */
const isOf = (top) => (path) => !left.has(relative(top, path).split(sep)[0]);
const program = (name) => `node_modules/${name}`;
const jest = (...args) => [program('jest/bin/jest.js'), '-c', 'jest.config.cjs', '-w', '1', ...args];
const tsc = (project) => [program('typescript/bin/tsc'), '-p', project, '--noEmit'];

const steps = [
  ['made', ['tools/new-room.mjs', room]],
  ['format', [program('prettier/bin/prettier.cjs'), '--check', inside, 'rooms.mjs', 'apps/api', 'apps/web']],
  ['its specs, and those of words', jest(inside, 'apps/web/words.spec.ts', 'apps/api/test/sentences')],
];
const wholeSteps = [
  ['types of the server', tsc('tsconfig.json')],
  ['types of the web', tsc('tsconfig.web.json')],
  ['graph of doors', ['tools/project-graph.mjs']],
  ['lint', [program('eslint/bin/eslint.js'), '--max-warnings', '0', inside]],
  ['doors of the house', jest('apps/api/test/doors')],
  ['cases', jest('apps/api/test/every-', '-t', 'has a case|throw-away|only signed in|a coordinator')],
];

/** Every file below, with a digest of what is in it. */
const digests = (top) =>
  new Map(
    [...filesBelow(top, isOf(top))].map((path) => [
      relative(top, path).replaceAll('\\', '/'),
      hashOf(readFileSync(path)),
    ]),
  );

/** What is otherwise than it was, and no part of the room. */
const changedOutside = (before, now) =>
  [...new Set([...before.keys(), ...now.keys()])]
    .filter((path) => !path.startsWith(inside) && before.get(path) !== now.get(path))
    .sort();

async function failing(copy, wanted) {
  for (const [name, args] of wanted) {
    const { code, output } = await runChild(process.execPath, args, {
      cwd: copy,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (code === 0) continue;
    console.error(`${name}:\n${output}`);
    return [name];
  }
  return [];
}

watchSignals();
const copy = mkdtempSync(join(tmpdir(), 'plenary-room-'));
try {
  cpSync(house, copy, { recursive: true, filter: isOf(house) });
  symlinkSync(join(house, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const before = digests(copy);
  const failed = await failing(copy, process.argv.includes('--whole') ? [...steps, ...wholeSteps] : steps);
  console.log(JSON.stringify({ outside: changedOutside(before, digests(copy)), failed }));
  process.exitCode = failed.length > 0 ? 1 : 0;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
