import * as Y from 'yjs';

/** Consecutive numbers of one client: `from` inclusive, `to` exclusive. */
export interface NumberRange {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

type Range = Pick<NumberRange, 'from' | 'to'>;

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
    return partsWithin({ client, from, to }, this.of(client));
  }
}

/** The parts of a range that ranges have, which are in order and apart. */
export function partsWithin({ client, from, to }: NumberRange, ranges: readonly Range[]): NumberRange[] {
  const parts: NumberRange[] = [];
  for (let at = firstEndingBehind(ranges, from); at < ranges.length && ranges[at]!.from < to; at++)
    parts.push({ client, from: Math.max(from, ranges[at]!.from), to: Math.min(to, ranges[at]!.to) });
  return parts;
}

/** The place of the first that ends behind this number; searched by halves. */
export function firstEndingBehind(ranges: readonly Range[], clock: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.to > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}
