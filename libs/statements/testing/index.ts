export * from './given-statements.js';
export * from './start-statements.js';
