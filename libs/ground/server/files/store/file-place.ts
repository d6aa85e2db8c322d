import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { DiskFileStore } from './disk-file-store.js';

/**
 * The store of an installation: a folder below `FILES_FOLDER` whose name stands in its database. So two installations
 * that were given one folder, or a backup beside what it was made of, never sweep away each other's files. The name
 * belongs to the place and is in no backup.
 */
export function fileStoreOf(database: DataSource, filesFolder: string): DiskFileStore {
  return new DiskFileStore(async () => {
    const [{ name }] = await database.query('SELECT name FROM file_place');
    return join(filesFolder, name as string);
  });
}
