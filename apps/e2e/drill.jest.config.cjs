/** Drills: what takes minutes. `npm run drill`, or with a word of a drill's name. */
const [rules] = require('../../jest.config.cjs').projects;

module.exports = {
  ...rules,
  displayName: 'drills',
  testMatch: ['<rootDir>/apps/e2e/drills/*.drill.ts'],
  globalSetup: undefined,
  globalTeardown: undefined,
  testTimeout: 1_800_000,
};
