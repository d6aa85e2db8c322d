export type { AuthoredRun } from './authored-runs.js';
export { CarryOver } from './carry-over.js';
export * from './collab.module.js';
export * from './collab.service.js';
export * from './document-kinds.js';
export * from './new-epoch.js';
export { PostgresDocStore } from './postgres-doc-store.js';
export { documentDeeds } from './documents.deeds.js';
