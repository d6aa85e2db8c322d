export * from './messages.js';
export * from './text-hash.js';
