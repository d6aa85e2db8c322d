/** `npm run docs`: writes docs/config.md from the configuration class; `--check` compares. */
import { pathToFileURL } from 'node:url';
import { buildServer } from './build-server.mjs';
import { settle } from './generated.mjs';

export async function docFiles() {
  await buildServer();
  const { configDocument } = await import('../dist/server/libs/ground/server/config/app-config.js');
  return new Map([['docs/config.md', configDocument()]]);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await settle(await docFiles(), 'npm run docs');
}
