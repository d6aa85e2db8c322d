import type { MomentParagraph } from '@plenary/statements/domain';
import { diffArrays } from 'diff';
import { isNew, wordsBefore, type Group } from './groups.js';

/** How alike words have to be, from 0 to 1, where nothing else says which paragraph it is. */
const alikeEnough = 0.4;

/**
 * Which paragraph of the moment each group is: by its bookmark, as long as the words do not say otherwise; else by its
 * words, at its place among the others. Null for a new one.
 */
export function paired(
  groups: readonly Group[],
  moment: readonly MomentParagraph[],
): (MomentParagraph | null)[] {
  const words = groups.map((group) => wordsBefore(group).trim());
  const [bags, known] = [words.map(bagOf), moment.map((each) => bagOf(wordsOf(each)))];
  const place = new Map(moment.map(({ id }, at) => [id, at]));
  const found = groups.map((): number | null => null);
  const taken = new Set<number>();
  const take = (group: number, at: number) => {
    if (found[group] !== null || taken.has(at)) return;
    found[group] = at;
    taken.add(at);
  };
  // Word parts, joins and copies paragraphs with their bookmarks: of several, the one that reads most like it has it.
  const claims = groups.flatMap(({ ids }, group) =>
    [...new Set(ids)].flatMap((id) => {
      const at = place.get(id);
      return at === undefined ? [] : [{ group, at, alike: alike(bags[group]!, known[at]!) }];
    }),
  );
  for (const { group, at } of claims.toSorted((one, other) => other.alike - one.alike)) take(group, at);
  takeEqual(words, moment, found, taken, take);
  groups.forEach((group, at) => {
    if (found[at] !== null || words[at] === '' || isNew(group)) return;
    const [from, to] = [
      (found.slice(0, at).findLast((each) => each !== null) ?? -1) + 1,
      found.slice(at + 1).find((each) => each !== null) ?? moment.length,
    ];
    let best: { at: number; alike: number } | null = null;
    for (let each = from; each < to; each++) {
      const likeness = taken.has(each) ? 0 : alike(bags[at]!, known[each]!);
      if (likeness >= alikeEnough && likeness > (best?.alike ?? 0)) best = { at: each, alike: likeness };
    }
    if (best) take(at, best.at);
  });
  return found.map((at) => (at === null ? null : moment[at]!));
}

/** Those that read the same, in order. */
function takeEqual(
  words: readonly string[],
  moment: readonly MomentParagraph[],
  found: readonly (number | null)[],
  taken: ReadonlySet<number>,
  take: (group: number, at: number) => void,
): void {
  const left = words.flatMap((text, at) => (found[at] === null && text !== '' ? [{ text, at }] : []));
  const free = moment.flatMap((each, at) => (taken.has(at) ? [] : [{ text: wordsOf(each).trim(), at }]));
  const changes = diffArrays(
    free.map(({ text }) => text),
    left.map(({ text }) => text),
    { maxEditLength: 6_000 },
  );
  let [one, other] = [0, 0];
  for (const { value, added, removed } of changes ?? []) {
    if (!added && !removed)
      value.forEach((_, step) => take(left[other + step]!.at, free[one + step]!.at));
    if (!added) one += value.length;
    if (!removed) other += value.length;
  }
} // prettier-ignore

const wordsOf = ({ runs }: MomentParagraph): string => runs.map(({ text }) => text).join('');

type Bag = ReadonlyMap<string, number>;

function bagOf(text: string): Bag {
  const bag = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu)) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
} // prettier-ignore

/** Of all words of both, how many they share. */
function alike(one: Bag, other: Bag): number {
  let [shared, all] = [0, 0];
  for (const count of one.values()) all += count;
  for (const [word, count] of other) {
    all += count;
    shared += Math.min(count, one.get(word) ?? 0);
  }
  return all === 0 ? 0 : (2 * shared) / all;
}
