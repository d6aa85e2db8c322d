import { ImpersonationEntity } from './entities/impersonation.entity.js';

export * from './impersonation.module.js';

/** Tables of this room, which were made by migrations of `organisations`; they never leave the server. */
export const impersonationEntities = [ImpersonationEntity];
export const impersonationMigrations = [];
