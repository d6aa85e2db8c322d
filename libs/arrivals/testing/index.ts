export { roomCases } from './cases.js';
export * from './planted-list.js';
export * from './start-arrivals.js';
