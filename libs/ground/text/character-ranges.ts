import type { ItemId } from '../item-id.js';
import type { NumberRange } from '../layers/number-ranges.js';

interface Range {
  from: number;
  to: number;
}

/**
 * Characters of a text by their names, to be taken out of whatever holds them. A word may stand tens of thousands of times:
 * of each client the ranges are in order and apart, and are searched by halves.
 */
export class ErasedCharacters {
  private readonly byClient = new Map<number, Range[]>();

  get isEmpty(): boolean {
    return this.byClient.size === 0;
  }

  /** How many there are, in UTF-16 units; an embed counts one. */
  get size(): number {
    let size = 0;
    for (const { from, to } of this) size += to - from;
    return size;
  }

  add([client, from]: ItemId, length: number): void {
    if (length <= 0) return;
    const ranges = this.byClient.get(client) ?? [];
    this.byClient.set(client, ranges);
    const merged = { from, to: from + length };
    // What ends where this begins is one with it.
    const first = firstThatEnds(ranges, from);
    let behind = first;
    for (; behind < ranges.length && ranges[behind]!.from <= merged.to; behind++) {
      merged.from = Math.min(merged.from, ranges[behind]!.from);
      merged.to = Math.max(merged.to, ranges[behind]!.to);
    }
    ranges.splice(first, behind - first, merged);
  }

  has([client, clock]: ItemId): boolean {
    return this.within(client, clock, clock + 1).length > 0;
  }

  /** The parts that lie between two numbers, in order. */
  within(client: number, from: number, to: number): NumberRange[] {
    const ranges = this.byClient.get(client) ?? [];
    const parts: NumberRange[] = [];
    for (let at = firstThatEnds(ranges, from + 1); at < ranges.length && ranges[at]!.from < to; at++)
      parts.push({ client, from: Math.max(from, ranges[at]!.from), to: Math.min(to, ranges[at]!.to) });
    return parts;
  }

  *[Symbol.iterator](): Iterator<NumberRange> {
    for (const [client, ranges] of this.byClient)
      for (const { from, to } of ranges) yield { client, from, to };
  }
}

/** The place of the first that ends at this number or behind it. */
function firstThatEnds(ranges: readonly Range[], clock: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.to < clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
