/** `npm start`: installs and builds what is missing or has changed, then runs Plenary until it is told to end. */
import { requireNode } from './build/node-version.mjs';

requireNode();

const { runChild, watchSignals } = await import('./build/child.mjs');
const { whoUsesTheData } = await import('./build/data-in-use.mjs');
const { ensureDependencies } = await import('./build/dependencies.mjs');
const { StepError, step } = await import('./build/step.mjs');
const { buildServer } = await import('./build-server.mjs');
const { ensureWeb } = await import('./build/web.mjs');

function refuseIfInUse() {
  const other = whoUsesTheData();
  if (!other) return;
  throw new StepError(
    `Another Plenary (process ${other.pid}) is running on the data in ${other.dataDir}. ` +
      'Stop it, or give this one its own folder: PLENARY_DATA=./data-2 PORT=3001 npm start',
  );
}

async function server() {
  const { files, compiled } = await buildServer();
  return compiled === 0 ? 'up to date' : `${compiled} of ${files} files compiled`;
}

async function start() {
  refuseIfInUse();
  await step('Dependencies', ensureDependencies);
  await step('Server', server);
  await step('Web client', ensureWeb);
  const { code } = await runChild(process.execPath, [
    'dist/server/apps/api/main.js',
    ...process.argv.slice(2),
  ]);
  return code;
}

watchSignals();
try {
  process.exitCode = await start();
} catch (reason) {
  console.error(reason instanceof StepError ? reason.message : reason);
  process.exitCode = 1;
}
