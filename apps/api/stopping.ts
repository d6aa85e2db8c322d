import type { Say } from './start-plenary.js';

/**
 * Ctrl-C, `kill` and a closed terminal stop cleanly at any moment, also while Plenary is still starting: what was
 * begun is finished first, so that no database is left running. Asking twice changes nothing.
 */
export function stopOnSignals(starting: Promise<{ stop(): Promise<void> }>, say: Say): void {
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
  // A worker whose leader is gone has nobody to serve for.
  process.on('disconnect', stop);
}
