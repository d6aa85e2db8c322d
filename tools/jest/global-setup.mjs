/**
 * One real PostgreSQL for all room specs of a run; each spec file gets a schema of its own in it.
 * TEST_DATABASE_URL uses a server instead, for instance one of an older version.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';

const { keepSampleData } = createRequire(import.meta.url)('../../libs/ground/testing/sample-data.cjs');
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** What this database holds ends with the run: no commit waits for the disk. Specs of what survives have their own. */
async function commitWithoutWaiting(connection) {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query('ALTER SYSTEM SET synchronous_commit = off');
  await client.query('SELECT pg_reload_conf()');
  await client.end();
}

export default async function start() {
  globalThis.forgetSampleData = keepSampleData();
  execFileSync(process.execPath, [join(root, 'tools/build-server.mjs')], { cwd: root, stdio: 'ignore' });
  if (process.env.TEST_DATABASE_URL) {
    process.env.TEST_DATABASE = JSON.stringify({ url: process.env.TEST_DATABASE_URL });
    return;
  }
  const launcher = join(root, 'dist/server/libs/ground/server/postgres/launcher.js');
  const { startEmbeddedPostgres } = await import(pathToFileURL(launcher).href);
  const dataDir = mkdtempSync(join(tmpdir(), 'plenary-specs-'));
  // Open to the user who runs the database, if this runs as root; the database's own folder is closed all the same.
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir });
  await commitWithoutWaiting(postgres.connection);
  process.env.TEST_DATABASE = JSON.stringify(postgres.connection);
  globalThis.stopTestDatabase = async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
