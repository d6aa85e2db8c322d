import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { SettableClock, systemClock } from '@plenary/ground/kernel';
import { RealtimeAdapter, RealtimeModule } from '@plenary/ground/realtime';
import {
  GroundModule,
  groundEntities,
  groundMigrations,
  loadConfig,
  migrate,
  PlainLogger,
  prepareApp,
  type Connection,
  type EntityList,
  type MigrationList,
} from '@plenary/ground/server';
import { collabEntities, collabMigrations, CollabModule } from '@plenary/ground/server/collab';
import { HttpClient } from './http-client.js';

/** The rooms under test, above the ground. */
export interface House {
  readonly imports: readonly (Type | DynamicModule)[];
  readonly entities: EntityList;
  readonly migrations: MigrationList;
  /** Settings by variable name, for instance `{ SESSION_DAYS: '1' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What was in the database before this version comes to it. */
  readonly before?: (database: DataSource) => Promise<void>;
}

export interface TestApp {
  readonly url: string;
  readonly app: NestExpressApplication;
  readonly database: DataSource;
  /** The time of this app alone: runs as the machine's until it is set forward. */
  readonly clock: SettableClock;
  /** A browser of its own: cookies are kept, the origin is ours. */
  client(): HttpClient;
  /** A browser in which this person has signed in. */
  signIn(email: string, password: string): Promise<HttpClient>;
  close(): Promise<void>;
}

/** SQLSTATE. */
const deadlockDetected = '40P01';

@Module({})
class TestHouse {}

/** The PostgreSQL of this run of specs. */
export const testConnection = (): Connection => JSON.parse(process.env['TEST_DATABASE']!) as Connection;

/** A real app on a free port, with a schema of its own in the run's PostgreSQL. */
export async function startTestApp(house: House): Promise<TestApp> {
  const connection = testConnection();
  const schema = `t_${randomBytes(8).toString('hex')}`;
  await inDatabase(connection, `CREATE SCHEMA ${schema}`);
  const folder = join(tmpdir(), `plenary-files-${schema}`);
  const usual = { LOG_LEVEL: 'silent', DATABASE_POOL: '5', PORT: '0', FILES_FOLDER: folder };
  const config = loadConfig({ ...usual, ...house.settings });
  const clock = new SettableClock(systemClock);
  const ground = GroundModule.forInstallation({
    clock,
    config,
    connection,
    schema,
    entities: [...groundEntities, ...collabEntities, ...house.entities],
    migrations: [...groundMigrations, ...collabMigrations, ...house.migrations],
  });
  const root = { module: TestHouse, imports: [ground, RealtimeModule, CollabModule, ...house.imports] };
  const app = await NestFactory.create<NestExpressApplication>(root, {
    logger: new PlainLogger(process.env['TEST_LOG'] ?? 'silent'),
    abortOnError: false,
  });
  const database = app.get(DataSource);
  await house.before?.(database);
  await migrate(database);
  app.useWebSocketAdapter(new RealtimeAdapter(app));
  prepareApp(app);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const newClient = () => new HttpClient(url, config.publicUrl ? new URL(config.publicUrl).origin : url);
  return {
    url,
    app,
    database,
    clock,
    client: newClient,
    async signIn(email, password) {
      const client = newClient();
      const answer = await client.post('/api/session', { email, password });
      if (answer.status !== 201)
        throw new Error(`${email} could not sign in: ${JSON.stringify(answer.body)}`);
      return client;
    },
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
      await dropSchema(connection, schema);
    },
  };
}

/** A line that a spec cut may still be at work in the server for a moment, and hold what is to be dropped. */
async function dropSchema(connection: Connection, schema: string, attempts = 5): Promise<void> {
  try {
    await inDatabase(connection, `DROP SCHEMA ${schema} CASCADE`);
  } catch (reason) {
    if ((reason as { code?: string }).code !== deadlockDetected || attempts <= 1) throw reason;
    await dropSchema(connection, schema, attempts - 1);
  }
}

async function inDatabase(connection: Connection, sql: string): Promise<void> {
  const place =
    'url' in connection
      ? { url: connection.url }
      : { ...connection, username: connection.user, password: connection.password };
  const database = new DataSource({ type: 'postgres', ...place } as never);
  await database.initialize();
  await database.query(sql).finally(() => database.destroy());
}
