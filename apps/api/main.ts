import 'reflect-metadata';
import { configFromEnvironment, StartupError } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import { startPlenary, type Running } from './start-plenary.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function greet({ app }: Running, address: string): Promise<void> {
  const demo = await app.get(PeopleService).demoSignIns();
  say(`\nPlenary is ready: ${address}\n`);
  if (demo.length > 0) {
    say('This is a demonstration: organisations and people are invented. Sign in as');
    for (const { roleKey, email } of demo) say(`  ${roleKey.padEnd(16)} ${email}`);
    say(`  with the password ${demo[0]!.password}\n`);
  }
  say('Ctrl-C stops it.');
}

/**
 * Ctrl-C, `kill` and a closed terminal stop cleanly at any moment, also while Plenary is still starting: what was
 * begun is finished first, so that no database is left running. Asking twice changes nothing.
 */
function stopOnSignals(starting: Promise<Running>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    say('\nStopping: finishing what is being saved');
    starting
      .then((running) => running.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

async function main(): Promise<void> {
  // Whoever read our words may stop reading (`npm start | head`); that is no reason to stop serving.
  process.stdout.on('error', () => undefined);
  const config = configFromEnvironment();
  const starting = startPlenary(config, say);
  stopOnSignals(starting);
  await greet(await starting, config.publicUrl ?? `http://localhost:${config.port}`);
}

main().catch((reason: unknown) => {
  const sentence =
    reason instanceof StartupError ? reason.message : String((reason as Error)?.stack ?? reason);
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
});
