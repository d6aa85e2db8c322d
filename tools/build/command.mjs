import { requireNode } from './node-version.mjs';

/**
 * Runs a command for operators: the server is built if it has to be, what went wrong is a sentence, and the exit code
 * says whether it was done. `work` gets the modules that it names, with configuration and a way to speak.
 */
export async function runCommand(module, work) {
  requireNode();
  const { ensureDependencies } = await import('./dependencies.mjs');
  const { step } = await import('./step.mjs');
  const { buildServer } = await import('../build-server.mjs');
  await step('Dependencies', ensureDependencies);
  await step('Server', async () => `${(await buildServer()).compiled} files compiled`);
  const built = '../../dist/server/';
  const { configFromEnvironment, StartupError } = await import(`${built}libs/ground/server/index.js`);
  const commands = await import(`${built}apps/api/${module}.js`);
  const say = (line) => console.log(line);
  const refuse = (code) => {
    throw new StartupError(code);
  };
  try {
    await work({ commands, say, refuse, config: configFromEnvironment });
    process.exit(0);
  } catch (reason) {
    console.error(reason instanceof StartupError ? reason.message : reason);
    process.exit(1);
  }
}
