/**
 * `npm run check`, which is also what CI runs: everything that must hold before a change is shared, the quick things
 * first. Ends at the first thing that does not hold. The last line is that of the specs and journeys: `N passed,
 * N failed`; where something before them failed, it says so in the same words.
 */
import { requireNode } from './build/node-version.mjs';

requireNode();

const { runChild, watchSignals, wasAsked } = await import('./build/child.mjs');
const { ensureDependencies } = await import('./build/dependencies.mjs');
const { StepError } = await import('./build/step.mjs');

const program = (name) => `node_modules/${name}`;
const steps = [
  ['format', [program('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['doors of rooms.mjs', ['tools/map.mjs', '--check']],
  ['docs/config.md', ['tools/docs.mjs', '--check']],
  ['description of the API', ['tools/openapi.mjs', '--check']],
  ['types of the server', [program('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit']],
  ['types of the web', [program('typescript/bin/tsc'), '-p', 'tsconfig.web.json', '--noEmit']],
  // The boundary rule is silent without a graph, so the graph comes first.
  ['graph of doors', ['tools/project-graph.mjs']],
  ['lint', [program('eslint/bin/eslint.js'), '--max-warnings', '0', '.']],
  // Its own specs are tried by `npm test`; types, lint and the specs of the house take too long for that.
  ['a new room', ['tools/new-room/prove.mjs', '--whole']],
  ['build', ['tools/build.mjs']],
];

/** The first step that does not hold, or nothing. */
async function firstFailure() {
  for (const [name, args] of steps) {
    const began = Date.now();
    const { code } = await runChild(process.execPath, args);
    if (wasAsked()) process.exit(130);
    console.log(
      `${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`,
    );
    if (code !== 0) return name;
  }
  return undefined;
}

async function dependenciesFailure() {
  try {
    await ensureDependencies();
    return undefined;
  } catch (reason) {
    if (!(reason instanceof StepError)) throw reason;
    console.error(reason.message);
    return 'dependencies';
  }
}

watchSignals();
const failure = (await dependenciesFailure()) ?? (await firstFailure());
if (failure === undefined) {
  process.exitCode = (await runChild(process.execPath, ['tools/test.mjs'])).code;
} else {
  console.log(`To mend: ${failure}. Nothing after it was run.\n0 passed, 1 failed`);
  process.exitCode = 1;
}
