export * from './capacities.js';
export * from './rights.permissions.js';
export * from './rights.errors.js';
export * from './rights.view.js';
