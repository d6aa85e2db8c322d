import type { InterfaceLanguage } from '@plenary/ground/kernel';

/** Flat messages of one room in one language: `{ "list.empty": "…" }`. */
export type Words = Readonly<Record<string, string>>;
type File<Content> = () => Promise<{ default: Content }>;
/** How the words of a namespace are fetched, in each language. */
export type RoomWords = Readonly<Record<InterfaceLanguage, File<Words>>>;

/** Parts that all rooms have for a page of one of them: how their events read, and what can be done. */
export const sharedParts = ['record', 'permissions'] as const;
export type SharedPart = (typeof sharedParts)[number];

/** What there is in one language, by namespace. */
export interface WordsOfLanguage {
  /** What the door shows. */
  readonly atOnce: Readonly<Record<string, Words>>;
  /** What rooms fetch with their code. */
  readonly later: Readonly<Record<string, File<Words>>>;
  readonly shared: Readonly<Record<SharedPart, File<Readonly<Record<string, Words>>>>>;
}

/** All words of the house, and where those are that come later. */
export interface HouseWords {
  readonly languages: Readonly<Record<InterfaceLanguage, File<WordsOfLanguage>>>;
  /** By code of an error, the namespace that has its sentence. */
  readonly codes: File<Readonly<Record<string, string>>>;
}

/** The words of a namespace, wherever they stand; rejected when they cannot be fetched, or are nowhere. */
export async function fetchWords(
  house: HouseWords,
  language: InterfaceLanguage,
  namespace: string,
): Promise<Words> {
  const { atOnce, later, shared } = (await house.languages[language]()).default;
  const part = sharedParts.find((each) => namespace.endsWith(`-${each}`));
  const words =
    atOnce[namespace] ??
    (await later[namespace]?.())?.default ??
    (part && (await shared[part]()).default[namespace]);
  if (!words) throw new UnknownWords(`There are no words of ${namespace} in ${language}.`);
  return words;
}

/** A mistake of who asks; asking again helps nobody. */
export class UnknownWords extends Error {}
