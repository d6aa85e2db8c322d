export * from './operation.deeds.js';
export * from './operation.errors.js';
export * from './operation.view.js';
export * from './what-is-amiss.js';
