/**
 * `npm run seed`: prepares the data folder (PLENARY_DATA) or the database (DATABASE_URL) with the sample coalition
 * and ends. `npm start` does the same on its first run; a coalition that is there already is left alone.
 */
import { requireNode } from './build/node-version.mjs';

requireNode();

const { ensureDependencies } = await import('./build/dependencies.mjs');
const { step } = await import('./build/step.mjs');
const { buildServer } = await import('./build-server.mjs');

await step('Dependencies', ensureDependencies);
await step('Server', async () => `${(await buildServer()).compiled} files compiled`);
const { loadConfig, StartupError } = await import('../dist/server/libs/ground/server/index.js');
const { startPlenary } = await import('../dist/server/apps/api/start-plenary.js');

try {
  // Any free port, on this machine only: nobody is to be served.
  const config = loadConfig({ ...process.env, PORT: '0', HOST: '127.0.0.1' });
  const running = await startPlenary(config, (line) => console.log(line));
  await running.stop();
  console.log('The data are prepared.');
  process.exit(0);
} catch (reason) {
  console.error(reason instanceof StartupError ? reason.message : reason);
  process.exit(1);
}
