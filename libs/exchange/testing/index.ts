export * from './cases.js';
export * from './start-exchange.js';
