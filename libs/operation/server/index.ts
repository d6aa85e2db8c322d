import type { EntityList, MigrationList } from '@plenary/ground/server';

export * from './operation.module.js';

/** This room keeps nothing of its own. */
export const operationEntities: EntityList = [];
export const operationMigrations: MigrationList = [];
