import type { EntityList, MigrationList } from '@plenary/ground/server';

export * from './exchange.module.js';

/** This room keeps nothing of its own. */
export const exchangeEntities: EntityList = [];
export const exchangeMigrations: MigrationList = [];
