import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const house = resolve(process.cwd());
const run = promisify(execFile);
const node = (args: string[]) => run(process.execPath, args, { cwd: house });

interface Finding {
  readonly ruleId: string;
  readonly message: string;
}

/** What the lint says about one file with this content in this folder; the file is gone afterwards. */
async function findingsOf(folder: string, content: string): Promise<Finding[]> {
  const path = join(house, folder, `planted-${process.pid}.ts`);
  writeFileSync(path, content);
  try {
    await node(['tools/project-graph.mjs']);
    const answer = await node(['node_modules/eslint/bin/eslint.js', '--format', 'json', path]).catch(
      (failure: { stdout: string }) => failure,
    );
    return (JSON.parse(answer.stdout) as { messages: Finding[] }[]).flatMap(({ messages }) => messages);
  } finally {
    rmSync(path, { force: true });
  }
}

const boundary = '@nx/enforce-module-boundaries';

describe('the lint keeps the shelves and the doors', () => {
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
  ])('refuses %s', async (_, folder, content, message) => {
    const findings = await findingsOf(folder, content);
    expect(findings).toEqual([
      expect.objectContaining({ ruleId: boundary, message: expect.stringMatching(message) }),
    ]);
  });

  it('lets a room use a lower shelf and its own rules', async () => {
    const content = `import { newId } from '@plenary/ground/kernel';\nimport { groupRoles } from '@plenary/groups/domain';\nexport const planted = [newId, groupRoles];\n`;
    expect(await findingsOf('libs/groups/server', content)).toEqual([]);
  });

  it('refuses a look into the environment and a word to the console', async () => {
    const content = `console.log(process.env['PORT']);\nexport {};\n`;
    const rules = (await findingsOf('libs/groups/server', content)).map(({ ruleId }) => ruleId);
    expect(rules.sort()).toEqual(['no-console', 'no-restricted-properties']);
  });
});
