/** The journeys run in one Jest process of their own: one real server, one real Chromium, one story after the other. */
module.exports = {
  rootDir: __dirname,
  displayName: 'journeys',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/journeys/*.journey.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', '^@plenary/(.*)$': '<rootDir>/../../libs/$1/index.ts' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
      },
    ],
  },
  maxWorkers: 1,
  testTimeout: 90_000,
  globalSetup: '<rootDir>/harness/global-setup.cjs',
  globalTeardown: '<rootDir>/harness/global-teardown.cjs',
};
