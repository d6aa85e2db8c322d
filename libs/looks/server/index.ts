import { LookEntity } from './entities/look.entity.js';

export * from './looks.module.js';

/** Tables of this room, which were made by migrations of `organisations`; they never leave the server. */
export const looksEntities = [LookEntity];
export const looksMigrations = [];
