export type { OrganisationNews } from './case-events.js';
export * from './case-scene.js';
export * from './cases.js';
export * from './given-organisations.js';
export * from './start-coalition.js';
export { databaseOf, peopleWithTokens } from './people-with-tokens.cjs';
