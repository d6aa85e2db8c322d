export * from './cases.js';
export * from './given-tasks.js';
export * from './start-tasks.js';
