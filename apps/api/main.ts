import 'reflect-metadata';
import cluster from 'node:cluster';
import { configFromEnvironment, StartupError } from '@plenary/ground/server';
import { readCommandLine } from './command-line.js';
import { greetingOf, sayAll } from './greeting.js';
import { Leader } from './leader.js';
import { startPlenary } from './start-plenary.js';
import { stopOnSignals } from './stopping.js';
import { work } from './worker.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  // Whoever read our words may stop reading (`npm start | head`); that is no reason to stop serving.
  process.stdout.on('error', () => undefined);
  const config = configFromEnvironment();
  if (cluster.isWorker) return work(config);
  const { processes, empty } = readCommandLine(process.argv.slice(2));
  if (empty) config.begin = 'empty';
  if (processes > 1) {
    const leading = Leader.start(config, processes, say);
    stopOnSignals(leading, say);
    await leading;
    return;
  }
  const starting = startPlenary(config, say);
  stopOnSignals(starting, say);
  sayAll(say, await greetingOf((await starting).app, config));
}

main().catch((reason: unknown) => {
  const sentence =
    reason instanceof StartupError ? reason.message : String((reason as Error)?.stack ?? reason);
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
});
