/**
 * `npm test [word …]`: the specs of all rooms, then the journeys in a browser; words choose by path.
 * The last line is the sum of everything: `N passed, N failed`, and `, N skipped` if any were.
 */
import { requireNode } from './build/node-version.mjs';

requireNode();

const { watchSignals } = await import('./build/child.mjs');
const { ensureDependencies } = await import('./build/dependencies.mjs');
const { StepError, step } = await import('./build/step.mjs');
const { buildServer } = await import('./build-server.mjs');
const { ensureWeb } = await import('./build/web.mjs');
const { runSpecs } = await import('./testing/jest.mjs');
const { hasJourneys, runJourneys } = await import('./testing/journeys.mjs');

const words = process.argv.slice(2);
const sums = [];

/** A part that breaks counts as one failure, and the other parts still run. */
async function part(work) {
  try {
    sums.push(await work());
  } catch (reason) {
    console.error(reason instanceof StepError ? reason.message : reason);
    sums.push({ passed: 0, failed: 1, skipped: 0 });
  }
}

async function journeys() {
  if (!hasJourneys(words)) return { passed: 0, failed: 0, skipped: 0 };
  await step('Server', async () => `${(await buildServer()).compiled} files compiled`);
  await step('Web client', ensureWeb);
  return runJourneys(words);
}

async function main() {
  await step('Dependencies', ensureDependencies);
  await part(() => runSpecs(words));
  await part(journeys);
}

watchSignals();
try {
  await main();
} catch (reason) {
  console.error(reason instanceof StepError ? reason.message : reason);
  sums.push({ passed: 0, failed: 1, skipped: 0 });
}
const total = (kind) => sums.reduce((sum, one) => sum + one[kind], 0);
const skipped = total('skipped');
process.exitCode = total('failed') > 0 ? 1 : 0;
console.log(`${total('passed')} passed, ${total('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`);
