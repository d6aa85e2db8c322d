import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { interfaceLanguages, type InterfaceLanguage } from '@plenary/ground/kernel';
import type { HouseWords, RoomWords, Words } from '..';
import { namespaceOf } from './namespace-of';

/** A room's words as its screens find them, those of its parts, too. */
export const wordsOf = (room: string): Record<string, RoomWords> => wordsBelow(`libs/${room}/web/messages`);

/** Words that all rooms share. */
export const groundWords = (): Record<string, RoomWords> => wordsBelow('libs/ground/web/i18n');

function wordsBelow(folder: string): Record<string, RoomWords> {
  const found: Record<string, RoomWords> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    const file = namespaceOf(path);
    if (!file) continue;
    const load = async () => ({ default: JSON.parse(readFileSync(path, 'utf8')) as Words });
    found[file.namespace] = { ...found[file.namespace]!, [file.language]: load };
  }
  return found;
}

/** A house whose words are all there at once, so that no screen waits for them. */
export function houseOf(rooms: Readonly<Record<string, RoomWords>>): HouseWords {
  const inLanguage = async (language: InterfaceLanguage) => {
    const read = Object.entries(rooms).map(
      async ([name, words]) => [name, (await words[language]()).default] as const,
    );
    const atOnce = Object.fromEntries(await Promise.all(read));
    const none = async () => ({ default: {} });
    return { default: { atOnce, later: {}, shared: { record: none, permissions: none } } };
  };
  return {
    languages: Object.fromEntries(
      interfaceLanguages.map((language) => [language, () => inLanguage(language)]),
    ) as HouseWords['languages'],
    codes: async () => ({ default: {} }),
  };
}
