import * as Y from 'yjs';

/** Consecutive numbers of one client: `from` inclusive, `to` exclusive. */
export interface NumberRange {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/** What an update deletes, by client, in the order of the numbers. */
export class DeletedNumbers {
  private readonly byClient = new Map<number, NumberRange[]>();

  constructor(update: Uint8Array) {
    for (const [client, ranges] of Y.decodeUpdate(update).ds.clients) {
      const sorted = ranges
        .map(({ clock, len }): NumberRange => ({ client, from: clock, to: clock + len }))
        .sort((one, other) => one.from - other.from);
      this.byClient.set(client, sorted);
    }
  }

  get clients(): Iterable<number> {
    return this.byClient.keys();
  }

  of(client: number): readonly NumberRange[] {
    return this.byClient.get(client) ?? [];
  }

  has(client: number, clock: number): boolean {
    return this.within(client, clock, clock + 1).length > 0;
  }

  /** The parts that lie between two numbers. */
  within(client: number, from: number, to: number): NumberRange[] {
    const all = this.byClient.get(client);
    if (!all) return [];
    const found: NumberRange[] = [];
    for (let at = firstEndingBehind(all, from); at < all.length && all[at]!.from < to; at++) {
      found.push({ client, from: Math.max(from, all[at]!.from), to: Math.min(to, all[at]!.to) });
    }
    return found;
  }
}

function firstEndingBehind(ranges: readonly NumberRange[], clock: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.to > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}
