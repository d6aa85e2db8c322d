import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { OnModuleInit } from '@nestjs/common';
import { isId } from '@plenary/ground/kernel';
import { StartupError } from '../../config/startup-error.js';
import { FileStore, type ByteRange, type ByteSource, type StoredBytes } from './file-store.js';

/** Ends the name of what is not whole yet. */
const unfinished = '.part';
/** So many last signs of an id name the folder in which it lies; the first ones of all ids of a day are alike. */
const shardLength = 2;

/**
 * Files in a folder that all processes of an installation share. Each is written beside its place, brought to the disk,
 * and then given its name, so that a name stands for whole bytes whatever happens to the process or the machine. Only
 * the user who runs Plenary may read them.
 */
export class DiskFileStore extends FileStore implements OnModuleInit {
  private found: Promise<string> | null = null;

  /** @param home says which folder is this installation's, once the database can be asked. */
  constructor(private readonly home: () => Promise<string>) {
    super();
  }

  onModuleInit(): Promise<void> {
    return this.prepare();
  }

  override async prepare(): Promise<void> {
    const folder = await this.folder();
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await access(folder, constants.W_OK);
    } catch (reason) {
      throw new StartupError('files.unwritable', { folder, reason: codeOf(reason) });
    }
  }

  override async put(id: string, source: ByteSource): Promise<StoredBytes> {
    const place = await this.placeOf(id);
    await mkdir(place.shard, { recursive: true, mode: 0o700 });
    const part = `${place.file}${unfinished}`;
    try {
      const stored = await writeWhole(part, source);
      await rename(part, place.file);
      await settle(place.shard);
      return stored;
    } catch (reason) {
      await rm(part, { force: true }).catch(() => undefined);
      throw reason;
    }
  }

  override async open(id: string, range?: ByteRange): Promise<Readable | null> {
    const { file } = await this.placeOf(id);
    const handle = await orNull(open(file, 'r'));
    return handle?.createReadStream(range) ?? null;
  }

  override async size(id: string): Promise<number | null> {
    const { file } = await this.placeOf(id);
    return (await orNull(stat(file)))?.size ?? null;
  }

  override async delete(id: string): Promise<void> {
    const { file } = await this.placeOf(id);
    await rm(file, { force: true });
    await rm(`${file}${unfinished}`, { force: true });
  }

  override async nameOf(id: string): Promise<string> {
    return (await this.placeOf(id)).file;
  }

  override async *ids(): AsyncGenerator<string> {
    const folder = await this.folder();
    for (const shard of (await orNull(readdir(folder))) ?? []) {
      const names = (await orNull(readdir(join(folder, shard)))) ?? [];
      const ids = new Set(names.map((name) => name.replace(unfinished, '')));
      for (const id of ids) if (isId(id)) yield id;
    }
  }

  private folder(): Promise<string> {
    this.found ??= this.home().catch((reason: unknown) => {
      this.found = null;
      throw reason;
    });
    return this.found;
  }

  private async placeOf(id: string): Promise<{ shard: string; file: string }> {
    // An id comes from a row; whatever else came would be a way out of the folder.
    if (!isId(id)) throw new Error('no id of a file');
    const shard = join(await this.folder(), id.slice(-shardLength));
    return { shard, file: join(shard, id) };
  }
}

async function writeWhole(path: string, source: ByteSource): Promise<StoredBytes> {
  const sum = createHash('sha256');
  let bytes = 0;
  const handle = await open(path, 'w', 0o600);
  try {
    for await (const piece of source instanceof Uint8Array ? [source] : source) {
      sum.update(piece);
      bytes += piece.length;
      await handle.writeFile(piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, sha256: sum.digest('hex') };
}

/** The new name, too, has to be on the disk. Windows opens no folder, and keeps names without being asked. */
async function settle(folder: string): Promise<void> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch (reason) {
    if (process.platform !== 'win32') throw reason;
  } finally {
    await handle?.close();
  }
}

const codeOf = (reason: unknown): string => (reason as { code?: string }).code ?? 'unknown';

/** What is not there, or no folder, is nothing; any other failure is one. */
async function orNull<Found>(looking: Promise<Found>): Promise<Found | null> {
  try {
    return await looking;
  } catch (reason) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(reason))) return null;
    throw reason;
  }
}
