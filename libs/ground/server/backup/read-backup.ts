import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import { StartupError } from '../config/startup-error.js';
import type { FileStore } from '../files/store/file-store.js';
import { endOfRows, linesOf, type BackupEnd, type FileHead, type TableHead } from './backup-file.js';
import { bytesOf } from './files.js';
import { holdsAnything, quoted } from './tables.js';
import type { Written } from './write-backup.js';

/** Refuses a database that holds anything: a restore never writes over what is there. */
export async function refuseUnlessEmpty(database: DataSource): Promise<void> {
  const runner = database.createQueryRunner();
  try {
    if (await holdsAnything((await runner.connect()) as PoolClient))
      throw new StartupError('restore.not-empty');
  } finally {
    await runner.release();
  }
}

/**
 * Puts the rows of a checked backup into empty tables of the same shape, all or nothing, and its files into the store.
 * Those of a restore that was cut short are written again by the next one. `afterwards` belongs to the same transaction.
 */
export async function readBackup(
  database: DataSource,
  store: FileStore,
  file: string,
  afterwards: (query: (sql: string) => Promise<unknown>) => Promise<void>,
): Promise<Written> {
  const runner = database.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await client.query('BEGIN');
    await client.query('SET LOCAL statement_timeout = 0');
    const end = await takeIn(client, file, store);
    for (const [name, last] of Object.entries(end.sequences)) {
      await client.query('SELECT setval(to_regclass($1), $2::bigint)', [quoted(name), last]);
    }
    await afterwards((sql) => client.query(sql));
    await client.query('COMMIT');
    return { tables: end.tables, rows: end.rows, files: end.files ?? 0, lost: 0 };
  } finally {
    await runner.query('ROLLBACK').catch(() => undefined);
    await runner.release();
  }
}

async function takeIn(client: PoolClient, file: string, store: FileStore): Promise<BackupEnd> {
  const lines = linesOf(file);
  await lines.next();
  for (;;) {
    const { value } = await lines.next();
    const found = JSON.parse((value as Buffer).toString()) as TableHead | FileHead | BackupEnd;
    if ('end' in found) {
      await lines.return();
      return found;
    }
    if ('file' in found) {
      await store.prepare();
      await store.put(found.file, bytesOf(lines));
      continue;
    }
    const into = `COPY ${quoted(found.table)} (${found.columns.map(quoted).join(', ')}) FROM STDIN`;
    await pipeline(Readable.from(rowsOf(lines)), client.query(copyFrom(into)));
  }
}

/** Rows up to the line that ends them, put together so that each piece is worth sending. */
async function* rowsOf(lines: AsyncGenerator<Buffer, void, undefined>): AsyncGenerator<Buffer> {
  const newline = Buffer.from('\n');
  let waiting: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const { value: line } = await lines.next();
    if (!line || (line.length === 2 && line.toString() === endOfRows)) break;
    waiting.push(line, newline);
    bytes += line.length;
    if (bytes < 65_536) continue;
    yield Buffer.concat(waiting);
    [waiting, bytes] = [[], 0];
  }
  if (waiting.length > 0) yield Buffer.concat(waiting);
}
