export * from './case-scene.js';
export * from './cases.js';
export * from './given-organisations.js';
export * from './start-coalition.js';
export * from './planted-list.js';
export { databaseOf, peopleWithTokens } from './people-with-tokens.cjs';
