export * from './given-statements.js';
export * from './start-statements.js';
export * from './co-writers.js';
export * from './typing-people.js';
export * from './cases.js';
