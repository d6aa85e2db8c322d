export * from './cases.js';
export * from './start-exchange.js';
export * from './word-edits.js';
