import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { namespaceOf } from './namespace-of.js';

const house = fileURLToPath(new URL('../../..', import.meta.url));
const name = 'virtual:words';
/** What stands in no folder of its own. */
const atOnce = 'at-once';

/**
 * All words of the house from where they stand, in one file for each language and for what comes later. One import for
 * each room would be one request for each, and most of it headers.
 */
export function wordsByLanguage(): Plugin {
  return {
    name: 'plenary-words',
    resolveId: (id) => (id === name || id.startsWith(`${name}/`) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${name}`)) return null;
      const found = [...filesOfWords()];
      const [, part, language] = id.slice(1).split('/');
      if (part === undefined) return loaders(found);
      const wanted = found.filter((file) => file.part === part && file.language === language);
      for (const { path } of wanted) this.addWatchFile(path);
      const words = wanted.map((file) => [file.namespace, JSON.parse(readFileSync(file.path, 'utf8'))]);
      const text = JSON.stringify(JSON.stringify(Object.fromEntries(words)));
      return { code: `export default JSON.parse(${text})`, map: null };
    },
  };
}

/** The code of `houseWords`: by namespace and language, how its words are fetched. */
function loaders(found: readonly WordsFile[]): string {
  const languages = [...new Set(found.map(({ language }) => language))];
  const parts = [...new Set(found.map(({ part }) => part))];
  const files = parts.flatMap((part) =>
    languages.map((language) => `'${part}/${language}': () => import('${name}/${part}/${language}')`),
  );
  const namespacesOf = (part: string) => [
    ...new Set(found.filter((file) => file.part === part).map(({ namespace }) => namespace)),
  ];
  const named = (part: string) => `...named('${part}', ${JSON.stringify(namespacesOf(part))})`;
  return `
    const files = { ${files.join(', ')} };
    const languages = ${JSON.stringify(languages)};
    const loads = (part, name) => Object.fromEntries(languages.map((language) => [
      language,
      () => files[part + '/' + language]().then((file) => ({ default: file.default[name] })),
    ]));
    const named = (part, names) => Object.fromEntries(names.map((name) => [name, loads(part, name)]));
    export const houseWords = {
      atOnce: { ${named(atOnce)} },
      later: { ${parts
        .filter((part) => part !== atOnce)
        .map(named)
        .join(', ')} },
    };`;
}

interface WordsFile {
  readonly path: string;
  readonly namespace: string;
  readonly part: string;
  readonly language: string;
}

function* filesOfWords(): Generator<WordsFile> {
  for (const top of ['libs', 'apps/web']) {
    for (const file of readdirSync(`${house}${top}`, { recursive: true, encoding: 'utf8' })) {
      const found = namespaceOf(`${top}/${file.replaceAll('\\', '/')}`);
      if (!found) continue;
      const { namespace, folder, language } = found;
      yield { path: `${house}${top}/${file}`, namespace, part: folder ?? atOnce, language };
    }
  }
}
