/** Numbers of one client id: `from` (inclusive) to `to` (exclusive). */
export interface CharacterRange {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/** Numbers by client id, asked which of them are in a range: a look costs no more however many there are. */
export class Ranges {
  /** In order, none touching another. */
  private readonly byClient = new Map<number, CharacterRange[]>();

  constructor(ranges: Iterable<CharacterRange>) {
    for (const range of ranges) {
      const list = this.byClient.get(range.client);
      if (list) list.push(range);
      else this.byClient.set(range.client, [range]);
    }
    for (const [client, list] of this.byClient) this.byClient.set(client, joined(list));
  }

  *[Symbol.iterator](): Iterator<CharacterRange> {
    for (const list of this.byClient.values()) yield* list;
  }

  /** True when all numbers of this range are among them. */
  cover(range: CharacterRange): boolean {
    const [first] = this.within(range);
    return range.from >= range.to || (first?.from === range.from && first.to === range.to);
  }

  /** What of them is within this range. */
  *within({ client, from, to }: CharacterRange): Generator<CharacterRange> {
    const list = this.byClient.get(client) ?? [];
    for (let at = firstEndingBehind(list, from); at < list.length && list[at]!.from < to; at++) {
      yield { client, from: Math.max(from, list[at]!.from), to: Math.min(to, list[at]!.to) };
    }
  }
}

function joined(list: readonly CharacterRange[]): CharacterRange[] {
  const found: CharacterRange[] = [];
  for (const range of list.toSorted((one, other) => one.from - other.from)) {
    const last = found.at(-1);
    if (last && range.from <= last.to) found[found.length - 1] = { ...last, to: Math.max(last.to, range.to) };
    else found.push(range);
  }
  return found;
}

/** The place of the first one that ends behind this number, in a list in order. */
export function firstEndingBehind(list: readonly CharacterRange[], clock: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.to <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
