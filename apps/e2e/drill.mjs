/**
 * `npm run drill [word …]`: the promises that take minutes to prove, against the built server. Prints each with its
 * figure, and ends with one line.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer } from '../../tools/build-server.mjs';
import { findChromium } from '../../tools/testing/chromium.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const report = join(mkdtempSync(join(tmpdir(), 'plenary-drills-')), 'drills.json');

await buildServer();
const config = join(here, 'drill.jest.config.cjs');
spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/jest/bin/jest.js'),
    '--config',
    config,
    '--runInBand',
    '--json',
    '--outputFile',
    report,
    ...process.argv.slice(2),
  ],
  // A drill has the machine for itself, and means its figures.
  {
    ...{ cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    env: { ...process.env, CHROMIUM_PATH: findChromium() ?? '', EXACT_FIGURES: 'true' },
  },
);
const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
  readFileSync(report, 'utf8'),
);
for (const { assertionResults } of testResults) {
  for (const { status, title, duration } of assertionResults) {
    console.log(
      `${status === 'passed' ? 'kept  ' : status.padEnd(6)}  ${title} (${Math.round((duration ?? 0) / 1000)} s)`,
    );
  }
}
const failed = numFailedTests + numRuntimeErrorTestSuites;
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
