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

/** Stories that are told at the same time: each has two browsers and a server at work. Three take as long as two. */
const atOnce = 2;

/** Journeys that these words mean; Jest reads them as patterns of the path. */
function filesOf(words) {
  return readdirSync(join(here, 'journeys'))
    .filter((name) => name.endsWith('.journey.ts'))
    .map((name) => join(here, 'journeys', name))
    .filter((path) => words.length === 0 || words.some((word) => new RegExp(word, 'i').test(path)));
}

const countJourneys = (files) =>
  files
    .map((file) => readFileSync(file, 'utf8').match(/^\s*(it|test)(\.each\(.*\))?\(/gm)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);

function run(words) {
  const files = filesOf(words);
  if (!process.env.CHROMIUM_PATH) return { passed: 0, failed: 0, skipped: countJourneys(files) };
  const report = join(mkdtempSync(join(tmpdir(), 'plenary-report-')), 'journeys.json');
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const outcome = spawnSync(
    process.execPath,
    [
      jest,
      '--config',
      join(here, 'jest.config.cjs'),
      `--maxWorkers=${Math.min(atOnce, files.length)}`,
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

const sum = run(process.argv.slice(2));
console.log(JSON.stringify(sum));
process.exitCode = sum.failed > 0 ? 1 : 0;
