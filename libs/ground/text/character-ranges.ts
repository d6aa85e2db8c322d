import type { ItemId } from './item-id.js';
import { firstEndingBehind, partsWithin, type NumberRange } from './number-ranges.js';

interface Range {
  from: number;
  to: number;
}

/**
 * Characters of a text by their names. There may be tens of thousands apart from each other: of each client the ranges are
 * in order and apart, and are searched by halves.
 */
export class CharacterRanges {
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
    const first = firstEndingBehind(ranges, from - 1);
    let behind = first;
    for (; behind < ranges.length && ranges[behind]!.from <= merged.to; behind++) {
      merged.from = Math.min(merged.from, ranges[behind]!.from);
      merged.to = Math.max(merged.to, ranges[behind]!.to);
    }
    ranges.splice(first, behind - first, merged);
  }

  has([client, clock]: ItemId): boolean {
    return this.hasAny([client, clock], 1);
  }

  /** Whether any of so many from this one on is among them. */
  hasAny([client, clock]: ItemId, length: number): boolean {
    return this.within(client, clock, clock + length).length > 0;
  }

  /** The parts that lie between two numbers, in order. */
  within(client: number, from: number, to: number): NumberRange[] {
    return partsWithin({ client, from, to }, this.byClient.get(client) ?? []);
  }

  *[Symbol.iterator](): Iterator<NumberRange> {
    for (const [client, ranges] of this.byClient)
      for (const { from, to } of ranges) yield { client, from, to };
  }
}
