/** `npm run build`: compiles the server to dist/server and the web client to dist/web, where they have changed. */
import { requireNode } from './build/node-version.mjs';

requireNode();

const { StepError, step } = await import('./build/step.mjs');
const { buildServer } = await import('./build-server.mjs');
const { ensureWeb } = await import('./build/web.mjs');

try {
  await step('Server', async () => `${(await buildServer()).compiled} files compiled`);
  await step('Web client', ensureWeb);
} catch (reason) {
  console.error(reason instanceof StepError ? reason.message : reason);
  process.exitCode = 1;
}
