export * from './start-accounts.js';
