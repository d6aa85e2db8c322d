import { directionOf, interfaceLanguages, typeset, type InterfaceLanguage } from '@plenary/ground/kernel';
import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { fetchWords, UnknownWords, type HouseWords, type SharedPart, type Words } from './house-words';
import { preferredLanguage } from './language';

/** What `startWords` was given. */
let house: HouseWords | null = null;

/** Pauses between tries for words that somebody waits for on a screen. */
const patienceMs = 2_000;

/** Names of what was asked for so far. */
const asked = (): readonly string[] => [i18next.options.ns ?? []].flat();

/** Where a code has its sentence, as `error.<code>`: each room's stand among its own words. */
export const namespacesOfErrors = (): string[] =>
  asked().filter((name) => !/-(record|permissions)$/.test(name));

/** The namespaces of a part of all rooms, once `withWords` has brought it. */
export const laterOf = (part: SharedPart): string[] => asked().filter((name) => name.endsWith(`-${part}`));

/**
 * Shows what the door says in this language, and renders its direction on `<html>`. There is no fallback language: a test
 * proves that all languages are complete, and a fallback would be loaded by everybody. All other words come with the
 * code that names them, see `withWords`; who forgot to name some waits for them under `Suspense`, and shows no key.
 */
export async function startWords(
  words: HouseWords,
  language: InterfaceLanguage = preferredLanguage(),
): Promise<typeof i18next> {
  house = words;
  i18next.on('languageChanged', (changed) => {
    document.documentElement.lang = changed;
    document.documentElement.dir = directionOf(changed);
  });
  const { atOnce } = (await words.languages[language]()).default;
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: [...interfaceLanguages],
      fallbackLng: false,
      load: 'languageOnly',
      ns: Object.keys(atOnce),
      defaultNS: 'common',
      keySeparator: false,
      nsSeparator: ':',
      // React escapes what it renders.
      interpolation: { escapeValue: false },
      // Of several namespaces, the one that has the key.
      react: { useSuspense: true, nsMode: 'fallback' },
    });
  return i18next;
}

/** i18next takes words that fail for words that are there: it would show keys. So they are asked for until they come. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const ask = (): Promise<void> =>
      fetchWords(house!, language as InterfaceLanguage, namespace).then(
        (words) => done(null, setIn(language, words)),
        (reason: Error) => {
          if (reason instanceof UnknownWords) done(reason, null);
          else setTimeout(() => void ask(), patienceMs);
        },
      );
    void ask();
  },
};

const setIn = (language: string, words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, typeset(text, language)]));

/** Fetches words; rejected when they cannot be fetched, as code would be. */
export async function needWords(names: readonly string[]): Promise<void> {
  const missing = names.filter((name) => !i18next.hasLoadedNamespace(name));
  if (missing.length === 0) return;
  await Promise.all(missing.map((name) => fetchWords(house!, languageNow(), name)));
  await i18next.loadNamespaces(missing);
}

async function needPart(part: SharedPart): Promise<void> {
  const { shared } = (await house!.languages[languageNow()]()).default;
  await i18next.loadNamespaces(Object.keys((await shared[part]()).default));
}

const languageNow = () => i18next.language as InterfaceLanguage;

/** Code of a room with the words that it shows, asked for together; `parts` of all rooms, where it tells of what others define. */
export const withWords =
  <Page>(names: readonly string[], load: () => Promise<Page>, ...parts: readonly SharedPart[]) =>
  async (): Promise<Page> => {
    const [page] = await Promise.all([load(), needWords(names), ...parts.map(needPart)]);
    return page;
  };

/** The sentence for a code, of whichever room: it is there before anybody shows the error. */
export async function needSentence(code: string): Promise<void> {
  if (!house || i18next.exists(`error.${code}`, { ns: namespacesOfErrors() })) return;
  const room = (await house.codes()).default[code];
  if (room) await needWords([room]);
}
