export * from './given-groups.js';
export * from './start-groups.js';
export * from './cases.js';
