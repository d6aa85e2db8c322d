/** The journeys run in a Jest of their own: a real server and a real Chromium for each of its workers (`run.mjs`). */
const [rules] = require('../../jest.config.cjs').projects;

module.exports = {
  ...rules,
  displayName: 'journeys',
  testMatch: ['<rootDir>/apps/e2e/journeys/*.journey.ts'],
  testSequencer: '<rootDir>/tools/testing/longest-first.cjs',
  maxWorkers: 1,
  testTimeout: 90_000,
  globalSetup: '<rootDir>/apps/e2e/harness/global-setup.cjs',
  globalTeardown: '<rootDir>/apps/e2e/harness/global-teardown.cjs',
};
