export { roomCases } from './cases.js';
export * from './start-looks.js';
