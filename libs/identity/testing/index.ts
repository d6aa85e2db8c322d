export * from './start-accounts.js';
export * from './start-outside-provider.js';
export * from './cases.js';
