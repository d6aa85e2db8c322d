/** The journeys run in one Jest process of their own: one real server, one real Chromium, one story after the other. */
const [rules] = require('../../jest.config.cjs').projects;

module.exports = {
  ...rules,
  displayName: 'journeys',
  testMatch: ['<rootDir>/apps/e2e/journeys/*.journey.ts'],
  maxWorkers: 1,
  testTimeout: 90_000,
  globalSetup: '<rootDir>/apps/e2e/harness/global-setup.cjs',
  globalTeardown: '<rootDir>/apps/e2e/harness/global-teardown.cjs',
};
