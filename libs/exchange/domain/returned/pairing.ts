import type { MomentParagraph } from '@plenary/statements/domain';
import { diffArrays } from 'diff';
import { isNew, wordsBefore, type Group } from './groups.js';

/** How alike words have to be, from 0 to 1, where nothing else says which paragraph it is. */
const alikeEnough = 0.4;

/** Words that are held beside others before somebody else has their turn, and beyond which nothing is alike any more. */
const wordsAtOnce = 100_000;
const mostWords = 10_000_000;

/**
 * Which paragraph of the moment each group is: by its bookmark, as long as the words do not say otherwise; else by its
 * words, at its place among the others. Null for a new one. EXC-21: what costs more words than a person's file has is
 * told by bookmarks and equal words alone. `pause` is awaited after each piece of work.
 */
export async function paired(
  groups: readonly Group[],
  moment: readonly MomentParagraph[],
  pause: () => Promise<void>,
): Promise<(MomentParagraph | null)[]> {
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
  const likeness = new Likeness(pause);
  // Word parts, joins and copies paragraphs with their bookmarks: of several, the one that reads most like it has it.
  const claims: { group: number; at: number; alike: number }[] = [];
  for (const [group, { ids }] of groups.entries()) {
    for (const id of new Set(ids)) {
      const at = place.get(id);
      if (at !== undefined) claims.push({ group, at, alike: await likeness.of(bags[group]!, known[at]!) });
    }
  }
  for (const { group, at } of claims.toSorted((one, other) => other.alike - one.alike)) take(group, at);
  takeEqual(words, moment, found, taken, take);
  for (const [at, group] of groups.entries()) {
    if (found[at] !== null || words[at] === '' || isNew(group)) continue;
    const [from, to] = [
      (found.slice(0, at).findLast((each) => each !== null) ?? -1) + 1,
      found.slice(at + 1).find((each) => each !== null) ?? moment.length,
    ];
    let best: { at: number; alike: number } | null = null;
    for (let each = from; each < to; each++) {
      const alike = taken.has(each) ? 0 : await likeness.of(bags[at]!, known[each]!);
      if (alike >= alikeEnough && alike > (best?.alike ?? 0)) best = { at: each, alike };
    }
    if (best) take(at, best.at);
  }
  return found.map((at) => (at === null ? null : moment[at]!));
}

/** Beyond so many paragraphs that are others, none is found by being the same. */
const mostDifferences = 2_000;

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
    { maxEditLength: mostDifferences },
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

/** How alike words are, as long as that costs no more than it may. */
class Likeness {
  private held = 0;
  private next = wordsAtOnce;

  constructor(private readonly pause: () => Promise<void>) {}

  async of(one: Bag, other: Bag): Promise<number> {
    // A word more, so that what has none costs something, too.
    this.held += one.size + other.size + 1;
    if (this.held > mostWords) return 0;
    if (this.held >= this.next) {
      this.next = this.held + wordsAtOnce;
      await this.pause();
    }
    return alike(one, other);
  }
}

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
