export * from './cases.js';
export * from './given-threads.js';
export * from './start-comments.js';
