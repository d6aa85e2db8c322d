import { ReturnedFileEntity } from './entities/returned-file.entity.js';
import { ReturnedItemEntity } from './entities/returned-item.entity.js';
import { ReturnedFiles1796100000001 } from './migrations/1796100000001-returned-files.js';

export * from './exchange.module.js';

/** Tables of this room, for the app and tests; they never leave the server. */
export const exchangeEntities = [ReturnedFileEntity, ReturnedItemEntity];
export const exchangeMigrations = [ReturnedFiles1796100000001];
export { ReturnedFileEntity };
