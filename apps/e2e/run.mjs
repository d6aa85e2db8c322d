/**
 * Runs the browser journeys against the built server and prints, as its last line,
 * `{"passed":n,"failed":n,"skipped":n}`. Without CHROMIUM_PATH the journeys are counted as skipped.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');

function countJourneys() {
  const folder = join(here, 'journeys');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.journey.ts'))
    .map(
      (name) =>
        readFileSync(join(folder, name), 'utf8').match(/^\s*(it|test)(\.each\(.*\))?\(/gm)?.length ?? 0,
    )
    .reduce((sum, count) => sum + count, 0);
}

function run() {
  if (!process.env.CHROMIUM_PATH) return { passed: 0, failed: 0, skipped: countJourneys() };
  const report = join(mkdtempSync(join(tmpdir(), 'plenary-report-')), 'journeys.json');
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const words = process.argv.slice(2);
  const outcome = spawnSync(
    process.execPath,
    [
      jest,
      '--config',
      join(here, 'jest.config.cjs'),
      '--runInBand',
      '--json',
      '--outputFile',
      report,
      ...words,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    return {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
      skipped: numPendingTests,
    };
  } catch {
    return { passed: 0, failed: Math.max(1, outcome.status ?? 1), skipped: 0 };
  }
}

const sum = run();
console.log(JSON.stringify(sum));
process.exitCode = sum.failed > 0 ? 1 : 0;
