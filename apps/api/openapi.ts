import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { describeApi, loadConfig, PlainLogger, prepareApp } from '@plenary/ground/server';
import { startEmbeddedPostgres } from '@plenary/ground/server/postgres';
import { AppModule } from './app.module.js';

/** Writes what the real app says about its handlers to the file named on the command line; it never listens. */
async function writeDocument(file: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'plenary-openapi-'));
  // Open to the user who runs the database, if this runs as root; the database's own folder is closed all the same.
  chmodSync(dataDir, 0o755);
  const database = await startEmbeddedPostgres({ dataDir });
  try {
    const config = loadConfig({ PLENARY_DATA: dataDir, LOG_LEVEL: 'silent' });
    const app = await NestFactory.create<NestExpressApplication>(
      AppModule.forInstallation(config, database.connection),
      { logger: new PlainLogger('silent'), abortOnError: false },
    );
    prepareApp(app);
    writeFileSync(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
    await app.close();
  } finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

writeDocument(process.argv[2]!).then(
  () => process.exit(0),
  (reason: unknown) => {
    process.stderr.write(`${String((reason as Error)?.stack ?? reason)}\n`);
    process.exit(1);
  },
);
