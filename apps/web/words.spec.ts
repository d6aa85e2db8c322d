import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { interfaceLanguages, type InterfaceLanguage } from '@plenary/ground/kernel';
import { namespaceOf } from '@plenary/ground/web/testing';
import { namespaceOf as inTheBuild } from './build/namespace-of';

type Words = Record<string, string>;
interface Namespace {
  readonly name: string;
  readonly words: Readonly<Record<InterfaceLanguage, Words>>;
}

/** Words that are spelled alike in another language, by right. */
const alike = new Set([
  ...[
    'Plenary',
    'English',
    'Organisations',
    'Organisation',
    'Page',
    'Message',
    'Messages',
    'Coordination',
    'Point',
  ],
  ...[
    'Section',
    'Note',
    'Notes',
    'Asia',
    'Australia',
    'Europe',
    'Total',
    'Version',
    'Documents',
    'Date',
    'Contact',
    'Citation',
  ],
  ...['{{count}}', '{{number}}', 'Pacific', 'Lien', 'Global', 'Port'],
  ...['{{number}} organisation', '{{number}} organisations'],
]);

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Words;
const inLanguages = (path: (language: string) => string) =>
  Object.fromEntries(
    interfaceLanguages.map((language) => [language, read(path(language))]),
  ) as Namespace['words'];

const rooms = readdirSync('libs').filter((room) => existsSync(join('libs', room, 'web/messages/en.json')));
const namespaces: Namespace[] = [
  ...['common', 'errors'].map((name) => ({
    name,
    words: inLanguages((language) => `libs/ground/web/i18n/${language}/${name}.json`),
  })),
  ...['errors', 'work'].map((name) => ({
    name: `${name}-managing`,
    words: inLanguages((language) => `libs/ground/web/i18n/managing/${language}/${name}.json`),
  })),
  { name: 'shell', words: inLanguages((language) => `apps/web/messages/${language}.json`) },
  ...rooms.map((name) => ({
    name,
    words: inLanguages((language) => `libs/${name}/web/messages/${language}.json`),
  })),
  // Words that are loaded later stand in folders of their own.
  ...rooms.flatMap((room) =>
    readdirSync(`libs/${room}/web/messages`)
      .filter((part) => !part.endsWith('.json'))
      .map((part) => ({
        name: `${room}-${part}`,
        words: inLanguages((language) => `libs/${room}/web/messages/${part}/${language}.json`),
      })),
  ),
];

const pluralSuffix = /_(zero|one|two|few|many|other)$/;
const stem = (key: string) => key.replace(pluralSuffix, '');
const stems = (words: Words) => [...new Set(Object.keys(words).map(stem))].sort();
const places = (text: string) =>
  [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].filter((each) => each !== '{{count}}');
const others = interfaceLanguages.filter((language) => language !== 'en');

describe.each(namespaces)('words of $name', ({ words }) => {
  it.each(others)('say the same things in %s as in English', (language) => {
    expect(stems(words[language])).toEqual(stems(words.en));
  });

  it.each(interfaceLanguages)('have every plural form that %s needs', (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = [
      ...new Set(
        Object.keys(words.en)
          .filter((key) => pluralSuffix.test(key))
          .map(stem),
      ),
    ];
    const missing = counted
      .flatMap((key) => forms.map((form) => `${key}_${form}`))
      .filter((key) => !words[language][key]);
    expect(missing).toEqual([]);
  });

  it.each(interfaceLanguages)('leave nothing empty in %s', (language) => {
    expect(Object.entries(words[language]).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each(others)('are translated into %s', (language) => {
    const same = Object.entries(words[language]).filter(
      // Many countries are called alike.
      ([key, text]) => text === words.en[key] && !alike.has(text) && !key.startsWith('country.'),
    );
    expect(same).toEqual([]);
  });

  it.each(others)('keep their places for names and numbers in %s', (language) => {
    const wrong = Object.entries(words[language]).filter(([key, text]) => {
      const english = words.en[key] ?? words.en[`${stem(key)}_other`] ?? '';
      return places(text).sort().join() !== places(english).sort().join();
    });
    expect(wrong).toEqual([]);
  });
});

const paths = ['libs', 'apps/web'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map((path) => join(top, path))
    .filter((path) => path.endsWith('.json') && !path.includes('node_modules')),
);

it('are found by the build as the screens of the rooms know them', () => {
  const found = paths.map((path) => [path, inTheBuild(path)] as const);
  expect(found).toEqual(paths.map((path) => [path, namespaceOf(path)]));
  const built = new Set(found.flatMap(([, file]) => file?.namespace ?? []));
  expect([...built].sort()).toEqual(namespaces.map(({ name }) => name).sort());
});

it('have one key each: of two with the same, the later one would silently stand for both', () => {
  const twice = paths
    .filter((path) => inTheBuild(path))
    .flatMap((path) => {
      // The formatter gives each key a line of its own.
      const keys = [...readFileSync(path, 'utf8').matchAll(/^ *"([^"]+)":/gm)].map(([, key]) => key!);
      expect(new Set(keys)).toEqual(new Set(Object.keys(read(path))));
      return keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${path}: ${key}`);
    });
  expect(twice).toEqual([]);
});

it('Arabic is written in Arabic', () => {
  const latin = namespaces.flatMap(({ name, words }) =>
    Object.entries(words.ar)
      .filter(([, text]) => !/\p{Script=Arabic}/u.test(text) && !alike.has(text))
      .map(([key]) => `${name}:${key}`),
  );
  expect(latin).toEqual([]);
});

/** Namespaces that a room's pages name beside its own: a page among those of a lower room says some things as that one does. */
function namedIn(room: string): readonly string[] {
  const path = join('libs', room, 'web/managing.ts');
  if (!existsSync(path)) return [];
  return [...readFileSync(path, 'utf8').matchAll(/'([\w-]+)'/g)].map(([, name]) => name!);
}

it('every key that a screen asks for exists', () => {
  const screens = ['libs', 'apps/web'].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.spec\.|node_modules/.test(path))
      .filter((path) => top !== 'libs' || path.includes('/web/'))
      .map((path) => join(top, path)),
  );
  const missing = screens.flatMap((path) => {
    const source = readFileSync(path, 'utf8');
    const ownWords =
      /useTranslation\((managing|writing|writingHistory|words)\)|use(Record|Permission)Words\(\)/.test(
        source,
      ) && path.split('/')[1];
    const lent = /useTranslation\(managing\)/.test(source) ? namedIn(path.split('/')[1]!) : [];
    const own = ownWords || (/useTranslation\('([\w-]+)'\)/.exec(source)?.[1] ?? 'common');
    return [...source.matchAll(/\bt\(\s*'([^']+)'/g)]
      .map((found) => (found[1]!.includes(':') ? found[1]! : `${own}:${found[1]!}`))
      .filter((asked) => {
        const [namespace, key] = asked.split(':') as [string, string];
        // Those in folders complete those of their room.
        const words = namespaces.filter(
          ({ name }) =>
            name === namespace ||
            (namespace === own && lent.includes(name)) ||
            ['public', 'managing', 'writing', 'history'].some((part) => name === `${namespace}-${part}`),
        );
        return !words.some(({ words: { en } }) => key in en || `${key}_other` in en);
      })
      .map((asked) => `${path} asks for ${asked}`);
  });
  expect(missing).toEqual([]);
});
