import { directionOf, interfaceLanguages, typeset, type InterfaceLanguage } from '@plenary/ground/kernel';
import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Flat messages of one room in one language: `{ "list.empty": "…" }`. */
export type Words = Readonly<Record<string, string>>;
/** How the words of a namespace are fetched, in each language. */
export type RoomWords = Readonly<Record<InterfaceLanguage, () => Promise<{ default: Words }>>>;

const storedAt = 'plenary.language';

/** Names of what `startWords` was given. */
const known: { atOnce: readonly string[]; later: readonly string[] } = { atOnce: [], later: [] };

/**
 * Where a code has its sentence, as `error.<code>`: each room's stand among its own words. What is loaded later comes
 * with the first page that loads any of it: an error may be of another room than its page.
 */
export const namespacesOfErrors = (): string[] => [...known.atOnce, ...laterOf('managing')];

/**
 * Words that all rooms have for a page of one of them, in files of their own: `record` for how their events read,
 * `deeds` for what can be done.
 */
export const laterOf = (part: 'managing' | 'record' | 'deeds'): string[] =>
  known.later.filter((name) => name.endsWith(`-${part}`));

/**
 * Loads the words of the active language and renders its direction on `<html>`. There is no fallback language:
 * a test proves that all languages are complete, and a fallback would be loaded by everybody. `later` are loaded by
 * the pages that need them, see `withWords`.
 */
export async function startWords(
  atOnce: Readonly<Record<string, RoomWords>>,
  language: InterfaceLanguage = preferredLanguage(),
  later: Readonly<Record<string, RoomWords>> = {},
): Promise<typeof i18next> {
  const all: Record<string, RoomWords> = { ...atOnce, ...later };
  known.atOnce = Object.keys(atOnce);
  known.later = Object.keys(later);
  const backend: BackendModule = {
    type: 'backend',
    init: () => undefined,
    read: (wanted, namespace, done) => {
      const load = all[namespace]?.[wanted as InterfaceLanguage];
      if (!load) return done(new Error(`no words for ${namespace} in ${wanted}`), null);
      load().then(
        (file) => done(null, setIn(wanted, file.default)),
        (error: Error) => done(error, null),
      );
    },
  };
  i18next.on('languageChanged', (changed) => {
    document.documentElement.lang = changed;
    document.documentElement.dir = directionOf(changed);
  });
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
      react: { useSuspense: false, nsMode: 'fallback' },
    });
  return i18next;
}

const setIn = (language: string, words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, typeset(text, language)]));

/**
 * A page with the words that it needs and that are not loaded at the start; `parts` of all rooms', where it tells of
 * what others define. Whoever writes a text meets no errors of managing.
 */
export const withWords =
  <Page>(
    namespaces: readonly string[],
    load: () => Promise<Page>,
    ...parts: readonly ('record' | 'deeds')[]
  ) =>
  async (): Promise<Page> => {
    const writes = namespaces.some((name) => name.endsWith('-writing'));
    const wanted = [...namespaces, ...(writes ? [] : laterOf('managing')), ...parts.flatMap(laterOf)];
    const [page] = await Promise.all([load(), i18next.loadNamespaces(wanted)]);
    return page;
  };

/** The language chosen on this device, else the first of the browser's that is shipped, else English. */
export function preferredLanguage(): InterfaceLanguage {
  for (const wanted of [chosenLanguage(), ...navigator.languages]) {
    const found = shipped(wanted);
    if (found) return found;
  }
  return 'en';
}

/** The language that someone chose by hand on this device; null when nobody did. */
export function chosenLanguage(): InterfaceLanguage | null {
  try {
    return shipped(localStorage.getItem(storedAt));
  } catch {
    return null; // storage is forbidden in this browser
  }
}

/** Switches the interface, and remembers it on this device. */
export async function chooseLanguage(language: InterfaceLanguage): Promise<void> {
  try {
    localStorage.setItem(storedAt, language);
  } catch {
    // Storage is forbidden: the choice lasts for this page.
  }
  await i18next.changeLanguage(language);
}

/** Narrows a language tag to one that is shipped. */
export function shipped(tag: string | null | undefined): InterfaceLanguage | null {
  const base = tag?.toLowerCase().split('-')[0];
  return interfaceLanguages.find((language) => language === base) ?? null;
}
