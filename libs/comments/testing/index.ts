export * from './cases.js';
export * from './start-comments.js';
