import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';
import { doors, shelves } from './rooms.mjs';
import { projects } from './tools/map.mjs';

const types = Object.keys(doors);
const everyRoom = shelves.flatMap(({ shelf, rooms }) => rooms.map((room) => ({ room, shelf })));

/** A room may import itself and the rooms on lower shelves. */
const byShelf = everyRoom.map(({ room, shelf }) => ({
  sourceTag: `room:${room}`,
  onlyDependOnLibsWithTags: everyRoom
    .filter((other) => other.room === room || other.shelf < shelf)
    .map((other) => `room:${other.room}`),
}));

/** What must not reach a door from outside the house, since the door also runs elsewhere. */
const banned = {
  domain: ['@nestjs/*', 'typeorm', 'pg', 'express', 'socket.io', 'socket.io-client', 'react', '@mantine/*'],
  client: ['@nestjs/*', 'typeorm', 'pg', 'express', 'socket.io', 'react', '@mantine/*'],
  server: ['react', 'react-dom', '@mantine/*', '@tanstack/*', '@tiptap/react'],
  web: ['@nestjs/*', 'typeorm', 'pg', 'express', 'socket.io'],
};

const byType = (inSpecs) => [
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['*'] },
  ...types.map((type) => ({
    sourceTag: `type:${type}`,
    onlyDependOnLibsWithTags: inSpecs
      ? [...new Set([...doors[type], 'client', 'testing'])].map((allowed) => `type:${allowed}`)
      : doors[type].map((allowed) => `type:${allowed}`),
    ...(inSpecs ? {} : { bannedExternalImports: banned[type] ?? [] }),
  })),
];

/** Specs of a room lean on its builders, and the builders on the room: the one circle that is meant. */
const meantCircles = projects()
  .filter(({ tags }) => tags.includes('type:testing'))
  .flatMap(({ name, tags }) =>
    projects()
      .filter((other) => other.tags[0] === tags[0] && other.name !== name)
      .map((other) => [other.name, name]),
  );

const boundaries = (inSpecs) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    ignoredCircularDependencies: meantCircles,
    // One of its folders, which reads clipboards, comes with the first paste; the editor itself with the page.
    checkDynamicDependenciesExceptions: ['@plenary/ground/web/editor'],
    depConstraints: [...byType(inSpecs), ...byShelf],
  },
];

const onlyConfigReadsTheEnvironment = {
  'no-restricted-properties': [
    'error',
    {
      object: 'process',
      property: 'env',
      message: 'The environment is read in libs/ground/server/config only; ask AppConfig.',
    },
  ],
};

/**
 * What only the types can tell: a promise that nobody waits for (its failure ends the process, or is never heard of),
 * one where a plain value is meant, and a `switch` that forgets a case. Here a promise is left alone with `void` only.
 */
const byTypes = {
  languageOptions: {
    parserOptions: { project: ['tsconfig.json', 'tsconfig.web.json'], tsconfigRootDir: import.meta.dirname },
  },
  rules: {
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
    '@typescript-eslint/no-misused-promises': 'error',
    '@typescript-eslint/prefer-promise-reject-errors': 'error',
    '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  },
};

/** What is somebody's time comes from the clock that was handed in, or no spec could move it. */
const onlyTheClockKnowsTheTime = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask the Clock that is handed in (or, for what machines owe each other, systemClock).',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask the Clock that is handed in: new Date(this.clock.now()).',
  },
  {
    selector:
      ':matches(Literal[value=/\\b(now|clock_timestamp|statement_timestamp)\\(\\)|\\bcurrent_(timestamp|date)\\b/i], TemplateElement[value.raw=/\\b(now|clock_timestamp|statement_timestamp)\\(\\)|\\bcurrent_(timestamp|date)\\b/i])',
    message: 'The database keeps rows, not time: give the moment as a parameter.',
  },
];
/** The description of the API says what a handler returns, and the compiler sees to it. */
const onlyAnswersDescribeAnswers = {
  selector:
    "CallExpression[callee.name=/^Api[A-Za-z]*Response$/] > ObjectExpression > Property[key.name='type']",
  message: 'Say it with @Answers, which compares it with what the handler returns.',
};
/** An answer's type comes from the API's description; whoever casts it says what no compiler has seen. */
const answersAreNotCast = [
  {
    selector: 'TSAsExpression > TSAsExpression.expression > TSUnknownKeyword.typeAnnotation',
    message: 'An answer has its type from the API; what others define is looked at with isShaped.',
  },
  {
    selector:
      ':matches(TSAsExpression > .typeAnnotation, TSAsExpression > .typeAnnotation *)[typeName.name=/(?<!Editor)View$|Dto$/]',
    message: 'An answer has its type from the API; what others define is looked at with isShaped.',
  },
];
const onlyMachinesUseTheirOwnTime = {
  'no-restricted-imports': [
    'error',
    {
      paths: [
        {
          name: '@plenary/ground/kernel',
          importNames: ['systemClock'],
          message: 'Ask for the Clock in the constructor: people agree on its time, and specs move it.',
        },
      ],
    },
  ],
};

const specs = ['**/*.spec.ts', '**/*.spec.tsx', '**/test/**', '**/components.setup.ts'];

export default typescript.config(
  { ignores: ['node_modules/', 'dist/', 'data/', '.nx/', 'libs/ground/web/api/schema.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...typescript.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(false),
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { disallowTypeAnnotations: false, fixStyle: 'inline-type-imports' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['{apps,libs,tools}/**/*.{ts,tsx}'], ...byTypes },
  // A class in a decorated signature is a value for the container, though it looks like a type.
  {
    files: ['**/server/**/*.ts', 'libs/ground/realtime/**/*.ts', 'apps/api/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  { files: specs, rules: { '@nx/enforce-module-boundaries': boundaries(true) } },
  {
    files: ['libs/**/*.{ts,tsx}', 'apps/web/**/*.{ts,tsx}', 'apps/api/**/*.ts'],
    ignores: ['libs/ground/server/config/**', 'libs/ground/testing/**', 'apps/api/test/**'],
    rules: { 'no-console': 'error', ...onlyConfigReadsTheEnvironment },
  },
  {
    files: ['libs/**/server/**/*.ts', 'libs/ground/realtime/**/*.ts'],
    ignores: [...specs, '**/migrations/**', 'libs/ground/server/postgres/**'],
    rules: { 'no-restricted-syntax': ['error', ...onlyTheClockKnowsTheTime] },
  },
  {
    files: ['libs/**/*.{controller,gateway}.ts'],
    rules: {
      '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
      'no-restricted-syntax': ['error', ...onlyTheClockKnowsTheTime, onlyAnswersDescribeAnswers],
    },
  },
  {
    files: ['libs/*/server/**/*.ts'],
    ignores: [...specs, 'libs/ground/**'],
    rules: onlyMachinesUseTheirOwnTime,
  },
  {
    files: ['libs/**/web/**/*.{ts,tsx}', 'apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['libs/**/web/**/*.{ts,tsx}', 'apps/web/**/*.{ts,tsx}'],
    // What asks nothing of the API has nothing of it to cast.
    ignores: [...specs, 'libs/ground/web/{testing,editor}/**', 'apps/web/sw.ts'],
    rules: { 'no-restricted-syntax': ['error', ...answersAreNotCast] },
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);
