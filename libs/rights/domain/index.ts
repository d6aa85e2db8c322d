export * from './capacities.js';
export * from './rights.deeds.js';
export * from './rights.errors.js';
export * from './rights.view.js';
