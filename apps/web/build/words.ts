import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { namespaceOf } from './namespace-of.js';

const house = fileURLToPath(new URL('../../..', import.meta.url));
const name = 'virtual:words';
const shared = ['record', 'permissions'] as const;

interface WordsFile extends NonNullable<ReturnType<typeof namespaceOf>> {
  readonly words: Readonly<Record<string, string>>;
}

/**
 * All words of the house from where they stand. `virtual:words/<language>` has what public pages show, and where the
 * rest is: `…/<language>/<namespace>` for each room, `…/<language>/record` for what all rooms have of a kind.
 */
export function wordsByLanguage(): Plugin {
  return {
    name: 'plenary-words',
    resolveId: (id) => (id === name || id.startsWith(`${name}/`) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${name}`)) return null;
      const found = filesOfWords((path) => this.addWatchFile(path));
      const [, language, part] = id.slice(1).split('/');
      if (language === undefined) return { code: codeOfAll(found), map: null };
      if (language === 'codes') return { code: constant(codesIn(found)), map: null };
      const own = found.filter((file) => file.language === language);
      return { code: part ? constant(wordsIn(own, part)) : codeOfLanguage(own, language), map: null };
    },
  };
}

/** The name of the file that holds a module of words; null for other modules. */
export function nameOfWords(id: string): string | null {
  const [, language, part] = /virtual:words\/(\w+)(?:\/([a-z-]+))?$/.exec(id) ?? [];
  if (!language || language === 'codes') return null;
  return part ? `words-${part}-${language}` : `words-${language}`;
}

const constant = (value: object) => `export default JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

/** For `startWords`: one line for each language, and none for any room. */
function codeOfAll(found: readonly WordsFile[]): string {
  const languages = [...new Set(found.map(({ language }) => language))];
  return `export const houseWords = {
    languages: { ${languages.map((each) => `${each}: () => import('${name}/${each}')`).join(', ')} },
    codes: () => import('${name}/codes'),
  };`;
}

/** What public pages show in a language, and for each room one line that says where its words are. */
export function codeOfLanguage(own: readonly WordsFile[], language: string): string {
  const from = (part: string) => `'${part}': () => import('${name}/${language}/${part}')`;
  const later = own.filter(({ comes }) => comes === 'room').map(({ namespace }) => from(namespace));
  const atOnce = own.filter(({ comes }) => comes === 'public').map((file) => [file.namespace, file.words]);
  return `export default {
    atOnce: JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(atOnce)))}),
    later: { ${later.join(', ')} },
    shared: { ${shared.map(from).join(', ')} },
  };`;
}

function wordsIn(own: readonly WordsFile[], part: string): object {
  const same = own.filter(({ comes }) => comes === part);
  if (same.length > 0) return Object.fromEntries(same.map((file) => [file.namespace, file.words]));
  return own.find(({ namespace }) => namespace === part)!.words;
}

/** By code of an error, the namespace that has its sentence; those of public pages are there anyway. */
function codesIn(found: readonly WordsFile[]): object {
  const later = found.filter(({ comes }) => comes === 'room');
  const errors = later.flatMap(({ namespace, words }) =>
    Object.keys(words)
      .filter((key) => key.startsWith('error.'))
      .map((key) => [key.slice('error.'.length), namespace] as const),
  );
  return Object.fromEntries(errors);
}

function filesOfWords(watch: (path: string) => void): WordsFile[] {
  return ['libs', 'apps/web'].flatMap((top) =>
    readdirSync(`${house}${top}`, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
      const path = `${top}/${name.replaceAll('\\', '/')}`;
      const file = namespaceOf(path);
      if (!file) return [];
      watch(`${house}${path}`);
      return [{ ...file, words: JSON.parse(readFileSync(`${house}${path}`, 'utf8')) as WordsFile['words'] }];
    }),
  );
}
