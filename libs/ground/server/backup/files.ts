import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { StartupError } from '../config/startup-error.js';
import type { FileStore } from '../files/store/file-store.js';
import { endOfRows } from './backup-file.js';
import type { LostFiles } from './write-backup.js';

export interface FileRow {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly owner: string;
}

/** Bytes of one line: a multiple of three, so that each line of base64 can be read by itself. */
const lineBytes = 49_152;

/** Of the moment to which the backup belongs. None where the data were last opened by a Plenary without files. */
export async function filesToKeep(client: ClientBase): Promise<readonly FileRow[]> {
  const { rows: found } = await client.query<{ made: boolean }>(
    `SELECT to_regclass('file') IS NOT NULL AS made`,
  );
  if (!found[0]?.made) return [];
  const { rows } = await client.query<FileRow>(
    `SELECT id, sha256, bytes, owner_kind || ' ' || owner_id AS owner FROM file ORDER BY id`,
  );
  return rows;
}

/** Reads files as their rows say they are. They change no more, and stay for a day after their rows are gone. */
export class FileReader {
  constructor(
    private readonly store: FileStore,
    /** The backup, for sentences. */
    private readonly target: string,
    private readonly lostFiles: LostFiles,
  ) {}

  /** Lines of base64; null for one that is missing or damaged and is to be left out. Throws for it otherwise. */
  async open(row: FileRow): Promise<AsyncIterable<string> | null> {
    if (this.lostFiles === 'leave-out' && !(await this.isWhole(row))) return null;
    return this.lines(row);
  }

  private async *lines(row: FileRow): AsyncGenerator<string> {
    let waiting = Buffer.alloc(0);
    for await (const piece of this.checked(row)) {
      waiting = Buffer.concat([waiting, piece]);
      const whole = waiting.length - (waiting.length % lineBytes);
      for (let at = 0; at < whole; at += lineBytes) yield waiting.toString('base64', at, at + lineBytes);
      waiting = waiting.subarray(whole);
    }
    if (waiting.length > 0) yield waiting.toString('base64');
  }

  private async isWhole(row: FileRow): Promise<boolean> {
    try {
      for await (const _ of this.checked(row));
      return true;
    } catch (reason) {
      if (reason instanceof StartupError) return false;
      throw reason;
    }
  }

  /** The bytes; at their end it is known whether they are those that were put here. */
  private async *checked({ id, sha256, bytes, owner }: FileRow): AsyncGenerator<Buffer> {
    const sum = createHash('sha256');
    let length = 0;
    const stream = await this.store.open(id);
    for await (const piece of (stream ?? []) as AsyncIterable<Buffer>) {
      sum.update(piece);
      length += piece.length;
      yield piece;
    }
    if (stream && length === bytes && sum.digest('hex') === sha256) return;
    const place = await this.store.nameOf(id);
    throw new StartupError('backup.file-lost', { owner, place, target: this.target });
  }
}

/** The bytes of a file, out of its lines in a backup. */
export async function* bytesOf(lines: AsyncGenerator<Buffer, void, undefined>): AsyncGenerator<Buffer> {
  for (;;) {
    const { value: line } = await lines.next();
    if (!line || (line.length === 2 && line.toString() === endOfRows)) return;
    yield Buffer.from(line.toString('latin1'), 'base64');
  }
}
