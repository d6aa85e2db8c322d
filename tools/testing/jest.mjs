import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from '../build/child.mjs';
import { house } from '../build/house.mjs';

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Counts of a Jest report. A spec file that could not even be loaded, or a crash of Jest, is a failure too. */
export function sumOf(report, code) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: code !== 0 ? Math.max(1, failed) : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Three keep two processors at work: a spec often waits, for a server that starts or for a time that passes. */
const workers = 3;

/** Megabytes for what is young: a spec file loads thousands of modules, and a tenth of its time was sweeping. */
const youngMemory = 64;

/** Runs the specs of all rooms in several workers, showing Jest's output as it comes. */
export async function runSpecs(words) {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-specs-'));
  const file = join(folder, 'report.json');
  const jest = join(house, 'node_modules/jest/bin/jest.js');
  const fixed = [
    '--config',
    'jest.config.cjs',
    `--maxWorkers=${workers}`,
    '--passWithNoTests',
    '--json',
    '--outputFile',
    file,
  ];
  const { code } = await runChild(
    process.execPath,
    [`--max-semi-space-size=${youngMemory}`, jest, ...fixed, ...words],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const sum = sumOf(readReport(file), code);
  rmSync(folder, { recursive: true, force: true });
  return sum;
}
