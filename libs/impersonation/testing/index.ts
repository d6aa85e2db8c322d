export { roomCases } from './cases.js';
export * from './start-impersonation.js';
