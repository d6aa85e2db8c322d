import { withoutAliases } from './aliases.mjs';

describe('the names of doors in compiled code', () => {
  it.each([
    [`import { a } from '@plenary/ground/kernel';`, `import { a } from '../../ground/kernel/index.js';`],
    [`export * from "@plenary/groups/domain";`, `export * from "../domain/index.js";`],
    [`import '@plenary/ground/server';`, `import '../../ground/server/index.js';`],
    [`await import('@plenary/ground/server');`, `await import('../../ground/server/index.js');`],
  ])('become files: %s', (code, expected) => {
    expect(withoutAliases(code, 'libs/groups/server/groups.service.ts')).toBe(expected);
  });

  it('stay as they are in a sentence', () => {
    const sentence = `const door = '@plenary/ground/kernel';`;
    expect(withoutAliases(sentence, 'apps/api/main.ts')).toBe(sentence);
  });

  it('are reached from the apps as well', () => {
    expect(withoutAliases(`import '@plenary/groups/server';`, 'apps/api/main.ts')).toBe(
      `import '../../libs/groups/server/index.js';`,
    );
  });
});
