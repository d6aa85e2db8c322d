/**
 * `npm run backup -- <file>` writes everything that the data folder (PLENARY_DATA) or the database (DATABASE_URL)
 * holds into one file, also while Plenary runs. `npm run restore -- <file>` puts it into an empty place.
 */
import { requireNode } from './build/node-version.mjs';

requireNode();

const { ensureDependencies } = await import('./build/dependencies.mjs');
const { step } = await import('./build/step.mjs');
const { buildServer } = await import('./build-server.mjs');

const [command, file, ...more] = process.argv.slice(2);

await step('Dependencies', ensureDependencies);
await step('Server', async () => `${(await buildServer()).compiled} files compiled`);
const { configFromEnvironment, StartupError } = await import('../dist/server/libs/ground/server/index.js');
const { backUp, restore } = await import('../dist/server/apps/api/backup.js');

const say = (line) => console.log(line);
try {
  if (!file || more.length > 0) throw new StartupError('backup.name');
  const config = configFromEnvironment();
  const done = command === 'restore' ? await restore(config, file, say) : await backUp(config, file, say);
  const what = `${done.rows} rows of ${done.tables} tables`;
  say(command === 'restore' ? `Restored ${what}. Start Plenary: npm start` : `Wrote ${what} to ${file}`);
  process.exit(0);
} catch (reason) {
  console.error(reason instanceof StartupError ? reason.message : reason);
  process.exit(1);
}
