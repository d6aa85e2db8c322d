/** ESM-only packages that Jest must compile, since it runs in CommonJS mode. */
const esmOnly = [
  'jose',
  'oauth4webapi',
  'openid-client',
  '@nestjs',
  'file-type',
  'fractional-indexing',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'ccount',
  'character-entities',
  'decode-named-character-reference',
  'devlop',
  'escape-string-regexp',
  'longest-streak',
  'markdown-table',
  'mdast-util-[^/]+',
  'micromark[^/]*',
  'unist-util-[^/]+',
  'zwitch',
];

const swc = (tsx) => ({
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', tsx, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
  },
});

const base = {
  rootDir: __dirname,
  runtime: '<rootDir>/tools/jest/compiled-once.cjs',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
  resolver: '<rootDir>/tools/jest/resolver.cjs',
  transform: {
    '^.+\\.(ts|js|mjs)$': ['@swc/jest', swc(false)],
    '^.+\\.tsx$': ['@swc/jest', swc(true)],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
};

module.exports = {
  // For a machine that has much else to do: what a spec asserts is a condition, never how long it took.
  testTimeout: 90_000,
  testSequencer: '<rootDir>/tools/testing/longest-first.cjs',
  projects: [
    {
      ...base,
      displayName: 'rules and rooms',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/libs/**/*.spec.ts',
        '<rootDir>/apps/api/**/*.spec.ts',
        '<rootDir>/tools/**/*.spec.ts',
      ],
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '/libs/[^/]+/web/', '/libs/ground/web/'],
      globalSetup: '<rootDir>/tools/jest/global-setup.mjs',
      globalTeardown: '<rootDir>/tools/jest/global-teardown.mjs',
    },
    {
      ...base,
      displayName: 'components',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/libs/**/web/**/*.spec.{ts,tsx}', '<rootDir>/apps/web/**/*.spec.{ts,tsx}'],
      setupFilesAfterEnv: ['<rootDir>/tools/jest/components.setup.ts'],
    },
  ],
};
