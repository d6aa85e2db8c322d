/**
 * `npm run openapi`: asks the real app for its description, and writes it with the web's types made from it.
 * `--check` writes nothing and fails when either is stale.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runChild } from './build/child.mjs';
import { refuseSameNames } from './build/described-names.mjs';
import { house } from './build/house.mjs';
import { StepError } from './build/step.mjs';
import { buildServer } from './build-server.mjs';
import { settle } from './generated.mjs';

const folder = 'libs/ground/web/api';

async function run(args) {
  const { code, output } = await runChild(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  if (code !== 0) throw new StepError(`The API could not be described.\n${output.trim()}`);
}

/** The two files as they should be: path → text. */
export async function openApiFiles() {
  refuseSameNames(house);
  await buildServer();
  const scratch = mkdtempSync(join(tmpdir(), 'plenary-openapi-'));
  try {
    const document = join(scratch, 'openapi.json');
    const types = join(scratch, 'schema.ts');
    await run(['dist/server/apps/api/openapi.js', document]);
    await run([join(house, 'node_modules/openapi-typescript/bin/cli.js'), document, '--output', types]);
    return new Map([
      [`${folder}/openapi.json`, readFileSync(document, 'utf8')],
      [`${folder}/schema.ts`, readFileSync(types, 'utf8')],
    ]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await settle(await openApiFiles(), 'npm run openapi');
}
