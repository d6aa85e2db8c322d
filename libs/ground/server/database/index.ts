export * from './connection.js';
export * from './migrate.js';
export * from './renew-sort-names.js';
