export * from './cases.js';
export * from './start-exchange.js';
export * from './word-edits.js';
export * from './word-draft.js';
