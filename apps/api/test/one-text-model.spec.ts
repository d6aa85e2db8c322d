import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

const root = resolve(__dirname, '../../..');

/** Names of the model of texts that was: trees of elements, and what bound an editor to them. */
const ofElements =
  /Y\.Xml|getXml(Fragment|Element|Text)|\bY?Xml(Element|Fragment|Text|Hook)\b|y-tiptap|y-prosemirror|extension-collaboration/;

/**
 * What may know them: the one reader of old texts with its spec, the spec that sees them refused, other products in the
 * benchmark, and this list.
 */
const mayKnow = [
  /^libs\/ground\/server\/collab\/(test\/)?carry-over(\.spec)?\.ts$/,
  /^libs\/ground\/collab\/engine\/test\/refusals\.spec\.ts$/,
  /^apps\/bench\/(peers|targets\/(?!plenary))/,
  /^apps\/api\/test\/one-text-model\.spec\.ts$/,
];

function findings(files: readonly (readonly [name: string, text: string])[]): string[] {
  return files
    .filter(([name]) => !mayKnow.some((each) => each.test(name)))
    .flatMap(([name, text]) =>
      text
        .split('\n')
        .flatMap((line, at) => (ofElements.test(line) ? [`${name}:${at + 1} ${line.trim()}`] : [])),
    );
}

const passedOver = new Set(['node_modules', 'dist', 'fixtures']);
const isSource = /\.[cm]?[jt]sx?$/;

function* sourcesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile() && isSource.test(entry.name)) yield path;
    if (entry.isDirectory() && !passedOver.has(entry.name)) yield* sourcesIn(path);
  }
}

const sources = (): [string, string][] =>
  ['libs', 'apps']
    .flatMap((folder) => [...sourcesIn(resolve(root, folder))])
    .map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]);

describe('SYNC-24 there is one model of texts', () => {
  it('nothing but the reader of old texts knows the one that was', () => {
    const files = sources();
    expect(files.length).toBeGreaterThan(500);
    expect(findings(files)).toEqual([]);
  });

  it('nothing is installed for it', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(resolve(root, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>;
    const installed = Object.keys({ ...dependencies, ...devDependencies });
    expect(installed.filter((name) => ofElements.test(name))).toEqual([]);
  });

  it.each([
    'const body = new Y.XmlElement("paragraph");',
    "doc.getXmlFragment('body')",
    "import { XmlText } from 'yjs';",
    'if (type instanceof YXmlElement) {',
    "import { ySyncPlugin } from '@tiptap/y-tiptap';",
    "import Collaboration from '@tiptap/extension-collaboration';",
  ])('a line that knows it is found: %s', (line) => {
    expect(findings([['libs/somewhere/planted.ts', `// first\n${line}\n`]])).toHaveLength(1);
    expect(findings([['libs/ground/server/collab/carry-over.ts', line]])).toEqual([]);
  });
});
