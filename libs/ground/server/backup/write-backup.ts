import { createHash } from 'node:crypto';
import { createWriteStream, openSync, closeSync, fsyncSync, existsSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import { systemClock } from '@plenary/ground/kernel';
import { StartupError } from '../config/startup-error.js';
import type { FileStore } from '../files/store/file-store.js';
import { endOfRows, type BackupEnd, type BackupHead, type FileHead, type TableHead } from './backup-file.js';
import { filesToKeep, FileReader } from './files.js';
import { columnsOf, quoted, sequencesOf, tablesInOrder } from './tables.js';

export interface Written {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** Files that were missing or damaged and are not in it. */
  readonly lost: number;
}

/** Of a file that is missing or damaged: refuse to make a backup, or make one without it. */
export type LostFiles = 'refuse' | 'leave-out';

/**
 * Writes everything that the database holds into one file, as it was at one moment, and the files that belong to it,
 * while people go on writing. It gets its name when it is whole and on the disk; only its owner may read it.
 */
export async function writeBackup(
  database: DataSource,
  store: FileStore,
  file: string,
  lostFiles: LostFiles,
): Promise<Written> {
  if (existsSync(file)) throw new StartupError('backup.exists', { file });
  const part = `${file}.part`;
  const runner = database.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query('SET LOCAL statement_timeout = 0');
    await client.query(`SET LOCAL DateStyle = 'ISO'`);
    const done = { tables: 0, rows: 0, files: 0, lost: 0 };
    const reader = new FileReader(store, file, lostFiles);
    rmSync(part, { force: true });
    const target = createWriteStream(part, { mode: 0o600, flags: 'wx' });
    await pipeline(Readable.from(pieces(client, reader, done)), createGzip(), target);
    await client.query('COMMIT');
    settleOnDisk(part);
    renameSync(part, file);
    return done;
  } catch (reason) {
    rmSync(part, { force: true });
    throw isAboutFile(reason) ? new StartupError('backup.unwritable', { file, reason: reason.code }) : reason;
  } finally {
    // A cut copy leaves the connection in the middle of a sentence: it is not for others to use.
    await runner.query('ROLLBACK').catch(() => undefined);
    await runner.release();
  }
}

async function* pieces(
  client: PoolClient,
  reader: FileReader,
  done: { -readonly [Count in keyof Written]: number },
): AsyncGenerator<Buffer> {
  const sum = createHash('sha256');
  const summed = (piece: Buffer) => {
    sum.update(piece);
    return piece;
  };
  const line = (content: object | string) =>
    Buffer.from(`${typeof content === 'string' ? content : JSON.stringify(content)}\n`);
  yield summed(line(await headOf(client)));
  for (const table of await tablesInOrder(client)) {
    const columns = await columnsOf(client, table);
    yield summed(line({ table, columns } satisfies TableHead));
    for await (const piece of client.query(
      copyTo(`COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) TO STDOUT`),
    ) as AsyncIterable<Buffer>) {
      for (const byte of piece) if (byte === 10) done.rows++;
      yield summed(piece);
    }
    yield summed(line(endOfRows));
    done.tables++;
  }
  for (const row of await filesToKeep(client)) {
    const content = await reader.open(row);
    done[content ? 'files' : 'lost']++;
    if (!content) continue;
    yield summed(line({ file: row.id } satisfies FileHead));
    for await (const piece of content) yield summed(line(piece));
    yield summed(line(endOfRows));
  }
  const sequences = await sequencesOf(client);
  const { tables, rows, files } = done;
  yield line({ end: true, tables, rows, files, sequences, sum: sum.digest('hex') } satisfies BackupEnd);
}

async function headOf(client: PoolClient): Promise<BackupHead> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migration ORDER BY id');
  const at = new Date(systemClock.now()).toISOString();
  return { plenary: 'backup', format: 1, at, migrations: rows.map(({ name }) => name) };
}

function settleOnDisk(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

const isAboutFile = (reason: unknown): reason is { code: string } =>
  ['ENOSPC', 'EACCES', 'ENOENT', 'EROFS', 'EISDIR', 'ENOTDIR', 'EPERM', 'EDQUOT'].includes(
    (reason as { code?: string }).code ?? '',
  );
