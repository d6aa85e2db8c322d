import { posix } from 'node:path';

const specifier = /(\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)(['"])@plenary\/([^'"]+)\2/gm;

/**
 * `@plenary/groups/domain` is a name for people and for the compiler; Node is given the file. Looks only at import
 * and export specifiers, as the compiler has written them.
 */
export function withoutAliases(code, source) {
  const here = posix.dirname(source);
  return code.replace(specifier, (_, before, quote, door) => {
    const path = posix.relative(here, `libs/${door}/index.js`);
    return `${before}${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`;
  });
}
