/**
 * Proves with a throw-away room, in a copy of the tree, that `npm run new:room` writes one that holds: its own specs pass,
 * and little outside of it changes. With `--whole`, for `npm run check`, types and lint besides, and the specs of the
 * whole house that try a room. What held is kept with a digest of the tree, so that the specs that `npm run check` runs
 * afterwards do not prove it again. The last line is JSON: `{ outside: [path], failed: [step] }`.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { runChild, watchSignals } from '../build/child.mjs';
import { filesBelow, hashOf, house, readStampFile } from '../build/house.mjs';

const room = 'throw-aways';
const inside = `libs/${room}/`;
const left = new Set(['node_modules', 'dist', 'data', '.git', '.nx', 'coverage']);
/** What belongs to the tree, and is not made from it. */
const isOf = (top) => (path) => !left.has(relative(top, path).split(sep)[0]);
const kept = join(house, 'dist/new-room.stamp');
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

async function prove(whole) {
  const copy = mkdtempSync(join(tmpdir(), 'plenary-room-'));
  try {
    cpSync(house, copy, { recursive: true, filter: isOf(house) });
    symlinkSync(join(house, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const before = digests(copy);
    const failed = await failing(copy, whole ? [...steps, ...wholeSteps] : steps);
    return { outside: changedOutside(before, digests(copy)), failed };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** What was proved of the tree as it stands, or nothing. */
function proved(tree) {
  const [of, answer] = readStampFile(kept)?.split('\n') ?? [];
  return of === tree ? JSON.parse(answer) : undefined;
}

function keep(tree, answer) {
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, `${tree}\n${JSON.stringify(answer)}\n`);
}

watchSignals();
const whole = process.argv.includes('--whole');
const tree = hashOf(process.version, ...[...digests(house)].sort().flat());
const before = whole ? undefined : proved(tree);
const answer = before ?? (await prove(whole));
if (!before && answer.failed.length === 0) keep(tree, answer);
console.log(JSON.stringify(answer));
process.exitCode = answer.failed.length > 0 ? 1 : 0;
