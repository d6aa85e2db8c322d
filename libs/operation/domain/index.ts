export * from './operation.permissions.js';
export * from './operation.errors.js';
export * from './operation.view.js';
export * from './what-is-amiss.js';
