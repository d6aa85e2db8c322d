import { spawnSync } from 'node:child_process';

const node = (args: string[], input?: string) =>
  spawnSync(process.execPath, args, { input, encoding: 'utf8' });

interface Finding {
  readonly ruleId: string;
  readonly message: string;
}
interface Planted {
  readonly folder: string;
  readonly role?: string;
  readonly content: string;
}
interface Answer {
  readonly findings: readonly Finding[][];
  readonly rules: readonly Record<string, [number, ...unknown[]]>[];
}

const boundary = '@nx/enforce-module-boundaries';
const silent = `console.log(process.env['PORT']);\nexport {};\n`;
/** One line each, with the rule that refuses it. */
const ownTime: readonly (readonly [string, string])[] = [
  [`import { systemClock } from '@plenary/ground/kernel';`, 'no-restricted-imports'],
  ['export const a = Date.now();', 'no-restricted-syntax'],
  ['export const b = new Date();', 'no-restricted-syntax'],
  ["export const c = 'DELETE FROM x WHERE at < now()';", 'no-restricted-syntax'],
  ['export const d = `UPDATE x SET at = CURRENT_TIMESTAMP WHERE id = ${a}`;', 'no-restricted-syntax'],
  ['export const e = [systemClock, new Date(a)];', ''],
];
/** One line each of a door, with the rule that refuses it. */
const atTheDoor: readonly (readonly [string, string])[] = [
  ['export class A { open() { return 1; } }', '@typescript-eslint/explicit-function-return-type'],
  ['ApiOkResponse({ type: Number });', 'no-restricted-syntax'],
  ["ApiOkResponse({ description: 'A file' });", ''],
];
/** One line each of a screen, with the rule that refuses it. */
const answersCast: readonly (readonly [string, string])[] = [
  ['export const a = said as unknown as Date;', 'no-restricted-syntax'],
  ['export const b = said as PersonView;', 'no-restricted-syntax'],
  ['export const c = said as readonly PersonView[];', 'no-restricted-syntax'],
  ["export const d = said as OrganisationDto['state'];", 'no-restricted-syntax'],
  ['export const e = said as Date;', ''],
];
const linesOf = (lines: readonly (readonly [string, string])[]) =>
  `${lines.map(([line]) => line).join('\n')}\n`;
const rulesIn = (lines: readonly (readonly [string, string])[]) =>
  lines.map(([, rule]) => rule).filter(Boolean);
const downwards = `import { newId } from '@plenary/ground/kernel';\nimport { groupRoles } from '@plenary/groups/domain';\nexport const planted = [newId, groupRoles];\n`;

const forbidden: readonly (readonly [string, string, string, RegExp])[] = [
  [
    'a room on a higher shelf',
    'libs/identity/domain',
    `import { stages } from '@plenary/statements/domain';\nexport const planted = stages;\n`,
    /room:identity/,
  ],
  [
    'the server, from a screen',
    'libs/groups/web',
    `import { GroupsService } from '@plenary/groups/server';\nexport const planted = GroupsService;\n`,
    /type:web/,
  ],
  [
    'builders for tests, from the product',
    'libs/groups/server',
    `import { startTestApp } from '@plenary/ground/testing';\nexport const planted = startTestApp;\n`,
    /type:server/,
  ],
  [
    'a framework, from a rule',
    'libs/groups/domain',
    `import { Injectable } from '@nestjs/common';\nexport const planted = Injectable;\n`,
    /@nestjs\/common/,
  ],
  [
    'a file behind a door',
    'libs/groups/server',
    `import { getRights } from '../../statements/domain/statement-rights.js';\nexport const planted = getRights;\n`,
    /relative or absolute path/,
  ],
];

/** Of each kind one: what runs in the server, on a screen, in a spec, in a journey, in a tool. */
const ofEachKind = [
  'libs/groups/server/groups.service.ts',
  'libs/groups/web/pages/GroupsPage.tsx',
  'libs/groups/server/test/groups.http.spec.ts',
  'apps/e2e/journeys/rights.journey.ts',
  'apps/web/main.tsx',
  'tools/lint-boundary.spec.ts',
];

describe('the lint', () => {
  let answer: Answer;
  beforeAll(() => {
    // Without a graph the boundary rule says nothing at all.
    expect(node(['tools/project-graph.mjs']).status).toBe(0);
    const planted = [
      ...forbidden.map(([, folder, content]) => ({ folder, content })),
      { folder: 'libs/groups/server', content: downwards },
      { folder: 'libs/groups/server', content: silent },
      { folder: 'libs/groups/server', content: linesOf(ownTime) },
      { folder: 'libs/groups/server', role: 'controller.', content: linesOf(atTheDoor) },
      { folder: 'libs/groups/server', role: 'gateway.', content: linesOf(atTheDoor) },
      { folder: 'libs/groups/web', content: linesOf(answersCast) },
    ].map(({ folder, role = '', content }: Planted) => ({ path: `${folder}/planted.${role}ts`, content }));
    const asked = { planted, rulesOf: ofEachKind };
    answer = JSON.parse(node(['tools/testing/lint-planted.mjs'], JSON.stringify(asked)).stdout) as Answer;
  }, 120_000);

  it.each(forbidden.map(([what, , , message], place) => ({ what, message, place })))(
    'keeps the shelves and the doors: refuses $what',
    ({ message, place }) => {
      expect(answer.findings[place]).toEqual([{ ruleId: boundary, message: expect.stringMatching(message) }]);
    },
  );

  it('lets a room use a lower shelf and its own rules', () => {
    expect(answer.findings[forbidden.length]).toEqual([]);
  });

  it('refuses a look into the environment and a word to the console', () => {
    const rules = answer.findings[forbidden.length + 1]!.map(({ ruleId }) => ruleId);
    expect(rules.sort()).toEqual(['no-console', 'no-restricted-properties']);
  });

  it('refuses whatever asks the machine or the database for the time', () => {
    const rules = answer.findings[forbidden.length + 2]!.map(({ ruleId }) => ruleId);
    expect(rules).toEqual(rulesIn(ownTime));
  });

  it.each([
    { door: 'a controller', place: 3 },
    { door: 'a gateway', place: 4 },
  ])('asks each handler of $door what it returns, and describes it by that alone', ({ place }) => {
    const rules = answer.findings[forbidden.length + place]!.map(({ ruleId }) => ruleId);
    expect(rules).toEqual(rulesIn(atTheDoor));
  });

  it('refuses to cast an answer on a screen', () => {
    const rules = answer.findings[forbidden.length + 5]!.map(({ ruleId }) => ruleId);
    expect(rules).toEqual(rulesIn(answersCast));
  });

  it.each(ofEachKind.map((path, place) => ({ path, place })))(
    'knows the types of $path: no promise that nobody waits for, no switch that forgets a case',
    ({ place }) => {
      for (const rule of ['no-floating-promises', 'no-misused-promises', 'switch-exhaustiveness-check']) {
        expect([rule, answer.rules[place]![`@typescript-eslint/${rule}`]?.[0]]).toEqual([rule, 2]);
      }
    },
  );
});
