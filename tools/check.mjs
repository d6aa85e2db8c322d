/** `npm run check`: everything that must hold before a change is shared. Goes on after a failure, and sums up. */
import { requireNode } from './build/node-version.mjs';

requireNode();

const { runChild, watchSignals, wasAsked } = await import('./build/child.mjs');
const { ensureDependencies } = await import('./build/dependencies.mjs');

const program = (name) => `node_modules/${name}`;
const steps = [
  ['format', [program('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['doors of rooms.mjs', ['tools/map.mjs', '--check']],
  // The boundary rule is silent without a graph, so the graph comes first.
  ['graph of doors', ['tools/project-graph.mjs']],
  ['lint', [program('eslint/bin/eslint.js'), '--max-warnings', '0', '.']],
  ['types of the server', [program('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit']],
  ['types of the web', [program('typescript/bin/tsc'), '-p', 'tsconfig.web.json', '--noEmit']],
  ['docs/config.md', ['tools/docs.mjs', '--check']],
  ['description of the API', ['tools/openapi.mjs', '--check']],
  ['build', ['tools/build.mjs']],
  ['specs and journeys', ['tools/test.mjs']],
];

watchSignals();
await ensureDependencies();
const failed = [];
for (const [name, args] of steps) {
  const began = Date.now();
  const { code } = await runChild(process.execPath, args);
  if (wasAsked()) process.exit(130);
  if (code !== 0) failed.push(name);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}
console.log(failed.length === 0 ? 'All is well.' : `To mend: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
