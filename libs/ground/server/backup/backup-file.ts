import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { StartupError } from '../config/startup-error.js';

/**
 * A backup is lines, compressed with gzip: `BackupHead`; then for each table a `TableHead`, its rows as PostgreSQL's
 * COPY writes them (text format, one row a line) and `\.`; then for each file a `FileHead`, its bytes in base64 and `\.`;
 * last `BackupEnd`. PostgreSQL escapes what it writes, so no row looks like the line that ends them.
 */
export interface BackupHead {
  readonly plenary: 'backup';
  readonly format: 1;
  /** ISO 8601, UTC: the moment to which all rows belong. */
  readonly at: string;
  /** Names, in their order: the shape of the tables. */
  readonly migrations: readonly string[];
}

export interface TableHead {
  readonly table: string;
  readonly columns: readonly string[];
}

export interface FileHead {
  /** Its id. */
  readonly file: string;
}

export interface BackupEnd {
  readonly end: true;
  readonly tables: number;
  readonly rows: number;
  /** Absent in backups of a Plenary that kept no files. */
  readonly files?: number;
  /** Last numbers given out, by sequence. */
  readonly sequences: Readonly<Record<string, string>>;
  /** SHA-256 of every line before this one, hexadecimal. */
  readonly sum: string;
}

export const endOfRows = '\\.';
const newline = 10;

/** The lines of a backup, without their ends. Memory stays at one piece of the file and its longest line. */
export async function* linesOf(file: string): AsyncGenerator<Buffer, void, undefined> {
  const stream = createReadStream(file).on('error', (reason) => unpacked.destroy(reason));
  const unpacked = createGunzip();
  let rest: Buffer[] = [];
  for await (const piece of stream.pipe(unpacked) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = piece.indexOf(newline); at >= 0; at = piece.indexOf(newline, from)) {
      const part = piece.subarray(from, at);
      yield rest.length === 0 ? part : Buffer.concat([...rest, part]);
      rest = [];
      from = at + 1;
    }
    if (from < piece.length) rest.push(piece.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

/** Reads a backup from end to end before anything is done with it. Throws `StartupError` if it is not whole. */
export async function checkBackup(file: string): Promise<{ head: BackupHead; end: BackupEnd }> {
  const sum = createHash('sha256');
  let first: Buffer | null = null;
  let last: Buffer | null = null;
  try {
    for await (const line of linesOf(file)) {
      if (last) sum.update(last).update('\n');
      first ??= line;
      last = line;
    }
    const head = JSON.parse(first!.toString()) as BackupHead;
    const end = JSON.parse(last!.toString()) as BackupEnd;
    if (head.plenary === 'backup' && head.format === 1 && end.sum === sum.digest('hex')) return { head, end };
  } catch (reason) {
    const { code } = reason as { code?: string };
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
      throw new StartupError('backup.no-file', { file });
    }
  }
  throw new StartupError('backup.damaged', { file });
}
