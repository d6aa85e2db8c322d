import type { EntityList, MigrationList } from '@plenary/ground/server';

export * from './rights.module.js';

/** This room keeps nothing of its own. */
export const rightsEntities: EntityList = [];
export const rightsMigrations: MigrationList = [];
