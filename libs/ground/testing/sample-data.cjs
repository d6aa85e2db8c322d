/**
 * The data folder of a freshly seeded Plenary, made once for a run of specs or journeys and copied for each server that
 * wants one. Whoever runs them names an empty folder for it in SAMPLE_DATA; without, each server makes its own.
 */
const { spawnSync } = require('node:child_process');
const { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** The folder for one run, unless a greater run around it has one already; the answer removes what was made. */
function keepSampleData() {
  if (process.env.SAMPLE_DATA) return () => undefined;
  const folder = mkdtempSync(join(tmpdir(), 'plenary-sample-'));
  // Open to the user who runs the database, if this runs as root; the database's own folder is closed all the same.
  chmodSync(folder, 0o755);
  process.env.SAMPLE_DATA = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Copies the sample to where nothing is yet; `make` fills a folder with it, and is asked once among all processes. */
async function copySampleData(target, make) {
  const sample = join(process.env.SAMPLE_DATA, 'data');
  while (!existsSync(sample)) {
    if (!(await alone(`${sample}.lock`, () => makeSample(sample, make)))) {
      await new Promise((next) => setTimeout(next, 100));
    }
  }
  // The database's files keep their owner.
  const { status, stderr } = spawnSync('cp', ['-a', `${sample}/.`, target]);
  if (status !== 0) throw new Error(`The sample could not be copied: ${stderr}`);
}

/** Does this if no other process is at it; says whether it was done. */
async function alone(lock, work) {
  try {
    mkdirSync(lock);
  } catch {
    return false;
  }
  await work().finally(() => rmdirSync(lock));
  return true;
}

async function makeSample(sample, make) {
  if (existsSync(sample)) return;
  const begun = `${sample}.new`;
  rmSync(begun, { recursive: true, force: true });
  await make(begun);
  renameSync(begun, sample);
}

module.exports = { copySampleData, keepSampleData };
