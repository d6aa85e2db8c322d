import type { AppConfig, Connection } from '@plenary/ground/server';
import { greetingOf } from './greeting.js';
import { openApp, type Say } from './start-plenary.js';
import { stopOnSignals } from './stopping.js';

/** What leader and workers say to each other. */
export interface ToWorker {
  readonly connection: Connection;
}
export type ToLeader =
  | { readonly asks: 'database' }
  | { readonly said: string }
  | { readonly ready: { readonly greeting: readonly string[] } };

const tellLeader = (message: ToLeader): void => void process.send!(message);

/** One of several processes: serves on the database that its leader has opened. */
export async function work(config: AppConfig): Promise<void> {
  const told = new Promise<ToWorker>((heard) => process.once('message', heard));
  tellLeader({ asks: 'database' });
  const { connection } = await told;
  const say: Say = (line) => tellLeader({ said: line });
  const opening = openApp(config, connection, say);
  stopOnSignals(
    opening.then((app) => ({ stop: () => app.close() })),
    () => undefined,
  );
  tellLeader({ ready: { greeting: await greetingOf(await opening, config) } });
}
