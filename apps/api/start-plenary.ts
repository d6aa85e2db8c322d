import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { existsSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { RealtimeAdapter } from '@plenary/ground/realtime';
import {
  migrate,
  PlainLogger,
  prepareApp,
  StartupError,
  type AppConfig,
  type Connection,
} from '@plenary/ground/server';
import { borrowEmbeddedPostgres, startEmbeddedPostgres } from '@plenary/ground/server/postgres';
import { SetupService } from '@plenary/organisations/server';
import { AppModule } from './app.module.js';
import { clockOf } from './settable-time.js';
import { takeRequestsOfFellows } from './fellow-requests.js';
import { seedSampleCoalition } from './seed/seed.js';

export interface Running {
  readonly app: NestExpressApplication;
  stop(): Promise<void>;
}

export type Say = (line: string) => void;

export interface Database {
  readonly connection: Connection;
  stop(): Promise<void>;
}

/** Database, migrations, first seed, and a listening server; whatever was started is ended when a step fails. */
export async function startPlenary(config: AppConfig, say: Say): Promise<Running> {
  const database = await openDatabase(config, say);
  try {
    const app = await openApp(config, database.connection, say);
    const stop = async () => {
      await app.close();
      await database.stop();
    };
    return { app, stop };
  } catch (reason) {
    await database.stop();
    throw reason;
  }
}

export async function openDatabase(config: AppConfig, say: Say): Promise<Database> {
  if (config.databaseUrl) {
    say('Using the PostgreSQL server named in DATABASE_URL');
    return { connection: { url: config.databaseUrl }, stop: async () => undefined };
  }
  say('Starting the embedded PostgreSQL');
  return startEmbeddedPostgres({ dataDir: config.dataDir, onProgress: say });
}

/** For commands: the database of a Plenary that may go on running; nothing is made where nothing is. */
export async function borrowDatabase({ dataDir, databaseUrl }: AppConfig, say: Say): Promise<Database> {
  if (databaseUrl) return { connection: { url: databaseUrl }, stop: async () => undefined };
  if (!existsSync(dataDir)) throw new StartupError('backup.no-data', { place: dataDir });
  return borrowEmbeddedPostgres({ dataDir, onProgress: say });
}

/** Migrations, first seed, and a listening server, on a database that is open. */
export async function openApp(
  config: AppConfig,
  connection: Connection,
  say: Say,
): Promise<NestExpressApplication> {
  const app = await createApp(config, connection);
  try {
    const { applied } = await migrate(app.get(DataSource));
    if (applied > 0) say(`Brought the database up to date (${applied} migrations)`);
    app.useWebSocketAdapter(new RealtimeAdapter(app));
    prepareApp(app);
    // The sample coalition speaks as people do: the rooms have to know their texts by then. Nobody is let in before.
    await app.init();
    await beginWith(app, config, say);
    await listen(app, config);
    await takeRequestsOfFellows(app, config);
    return app;
  } catch (reason) {
    await app.close();
    throw reason;
  }
}

/** The sample coalition, or nothing: as the first start on these data said. */
async function beginWith(app: NestExpressApplication, config: AppConfig, say: Say): Promise<void> {
  const kind = await app.get(SetupService).begin(config.begin);
  if (kind === 'empty') return;
  if (config.begin === 'empty') {
    const place = config.databaseUrl ? 'that database' : config.dataDir;
    throw new StartupError('begin.has-demo', { place });
  }
  const { seeded } = await seedSampleCoalition(app);
  if (seeded) say('Wrote the sample coalition (invented organisations and people)');
}

async function createApp(config: AppConfig, connection: Connection): Promise<NestExpressApplication> {
  try {
    return await NestFactory.create<NestExpressApplication>(
      AppModule.forInstallation(config, connection, clockOf(config)),
      {
        logger: new PlainLogger(config.logLevel),
        abortOnError: false,
      },
    );
  } catch (reason) {
    // The only step of building the app that reaches outside is the connection to the database.
    throw config.databaseUrl ? unreachable(reason) : reason;
  }
}

/** What the driver said of a database elsewhere, without what might stand in an address. */
export function unreachable(reason: unknown): StartupError {
  const { code, message } = reason as { code?: string; message?: string };
  const known: Record<string, string> = {
    ECONNREFUSED: 'nothing answers at that address.',
    ENOTFOUND: 'that host is not known.',
    ETIMEDOUT: 'it does not answer in time.',
    '28P01': 'user or password are refused.',
    '28000': 'user or password are refused.',
    '3D000': 'there is no such database.',
  };
  const told = known[code ?? ''] ?? `it answered: ${code ?? message ?? 'nothing'}.`;
  return new StartupError('database.unreachable', { reason: told });
}

async function listen(app: NestExpressApplication, { port, host }: AppConfig): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (reason) {
    const { code } = reason as { code?: string };
    if (code === 'EADDRINUSE') throw new StartupError('port.taken', { port });
    if (code === 'EACCES') throw new StartupError('port.forbidden', { port });
    throw reason;
  }
}
