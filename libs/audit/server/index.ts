import type { EntityList, MigrationList } from '@plenary/ground/server';

export * from './audit.module.js';

/** This room keeps nothing of its own. */
export const auditEntities: EntityList = [];
export const auditMigrations: MigrationList = [];
