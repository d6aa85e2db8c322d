import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const refusal = (root: string): string => {
  const script = `import { refuseSameNames } from './tools/build/described-names.mjs';
    try { refuseSameNames(process.argv[1]); } catch (reason) { console.log(reason.message); }`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, root], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout;
};
const dto = (name: string) =>
  `export class ${name} {\n  @ApiProperty({ type: Number })\n  number!: number;\n}\n`;

describe('classes that are described to the web', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'plenary-names-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, text: string) => {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), text);
  };

  it('are refused where two have one name, and both files are named', () => {
    write('libs/one/server/one.dto.ts', dto('LineDto') + dto('OneDto'));
    write('libs/other/server/other.dto.ts', `${dto('OtherDto')}${dto('LineDto')}`);
    expect(refusal(root)).toContain('LineDto: libs/one/server/one.dto.ts and libs/other/server/other.dto.ts');
    expect(refusal(root)).not.toContain('OneDto');
  });

  it('may have the name of a class that is not described, or that a spec describes', () => {
    write('libs/one/server/one.dto.ts', dto('LineDto'));
    write('libs/other/server/other.ts', `${dto('OtherDto')}class LineDto {}\n`);
    write('libs/other/server/test/lines.ts', dto('LineDto'));
    expect(refusal(root)).toBe('');
  });

  it('are each one of a kind in this house', () => {
    expect(refusal('.')).toBe('');
  });
});
