import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StepError } from './step.mjs';

const declared = /^(?:export )?(?:abstract )?class (\w+)[^{]*\{/gm;

/**
 * Classes that are described to the web, each by its name alone: of two of one name one would take the place of the other
 * without a word. Throws `StepError` naming both files. Specs describe nothing.
 */
export function refuseSameNames(root, below = 'libs') {
  const known = new Map();
  const doubled = [];
  for (const file of sourcesBelow(root, below)) {
    const text = readFileSync(join(root, file), 'utf8');
    if (!text.includes('@ApiProperty')) continue;
    const classes = [...text.matchAll(declared)];
    classes.forEach(({ 1: name, index }, at) => {
      const body = text.slice(index, classes[at + 1]?.index);
      if (!body.includes('@ApiProperty')) return;
      const other = known.get(name);
      if (other) doubled.push(`${name}: ${other} and ${file}`);
      else known.set(name, file);
    });
  }
  if (doubled.length > 0)
    throw new StepError(
      `Classes of one name are one in the API's description. Rename one of each:\n${doubled.join('\n')}`,
    );
}

function sourcesBelow(root, below) {
  return readdirSync(join(root, below), { recursive: true, encoding: 'utf8' })
    .map((name) => `${below}/${name.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !/\/(test|testing)\//.test(file))
    .sort();
}
