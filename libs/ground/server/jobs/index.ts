export type { JobPayload } from './job-handlers.js';
export { makeJobTables } from './job-tables.js';
export * from './jobs.js';
export * from './on-job.js';
