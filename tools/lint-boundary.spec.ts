import { spawnSync } from 'node:child_process';

const node = (args: string[], input?: string) =>
  spawnSync(process.execPath, args, { input, encoding: 'utf8' });

interface Finding {
  readonly ruleId: string;
  readonly message: string;
}

/**
 * What the lint says to one more file with this content in this folder. The file is handed over by itself: on the
 * disk it would be in the way of other specs, and stay behind if this one were killed.
 */
function findingsOf(folder: string, content: string): Finding[] {
  const eslint = ['node_modules/eslint/bin/eslint.js', '--format', 'json'];
  const { stdout } = node([...eslint, '--stdin', '--stdin-filename', `${folder}/planted.ts`], content);
  return (JSON.parse(stdout) as { messages: Finding[] }[]).flatMap(({ messages }) => messages);
}

const boundary = '@nx/enforce-module-boundaries';

describe('the lint keeps the shelves and the doors', () => {
  // Without a graph the rule says nothing at all.
  beforeAll(() => {
    expect(node(['tools/project-graph.mjs']).status).toBe(0);
  });

  it.each([
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
  ])('refuses %s', (_, folder, content, message) => {
    const findings = findingsOf(folder, content);
    expect(findings).toEqual([
      expect.objectContaining({ ruleId: boundary, message: expect.stringMatching(message) }),
    ]);
  });

  it('lets a room use a lower shelf and its own rules', () => {
    const content = `import { newId } from '@plenary/ground/kernel';\nimport { groupRoles } from '@plenary/groups/domain';\nexport const planted = [newId, groupRoles];\n`;
    expect(findingsOf('libs/groups/server', content)).toEqual([]);
  });

  it('refuses a look into the environment and a word to the console', () => {
    const content = `console.log(process.env['PORT']);\nexport {};\n`;
    const rules = findingsOf('libs/groups/server', content).map(({ ruleId }) => ruleId);
    expect(rules.sort()).toEqual(['no-console', 'no-restricted-properties']);
  });
});
