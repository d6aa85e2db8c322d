/** Fewer characters stand everywhere: what would be erased with them is not meant. */
export const fewestCharacters = 3;

/** Of more words no pattern can be made, and what refuses them would say them. */
export const mostCharacters = 5_000;

/** Stands where words were erased, however long they were. */
export const erasedMark = '█████';

/** Finds these words however they are written in capitals and set apart; null where there are too few characters. Not for more than the most. */
export function wordsPattern(words: string): RegExp | null {
  const parts = words.split(/[\s\ufffc]+/).filter((each) => each !== '');
  if (parts.join('').length < fewestCharacters) return null;
  const escaped = parts.map((each) => each.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(escaped.join('[\\s\\ufffc]+'), 'giu');
}

/** The same text without the words. */
export const withoutWords = (text: string, pattern: RegExp): string => text.replace(pattern, erasedMark);

/** Of each string in plain data. */
export function withoutWordsIn<Value>(value: Value, pattern: RegExp): Value {
  if (typeof value === 'string') return withoutWords(value, pattern) as Value;
  if (Array.isArray(value)) return value.map((each: unknown) => withoutWordsIn(each, pattern)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withoutWordsIn(each as unknown, pattern)]),
  ) as Value;
}
