import type { ItemId } from '../item-id.js';
import type { NumberRange } from '../layers/number-ranges.js';

/** Characters of a text by their names, to be taken out of whatever holds them. */
export class ErasedCharacters {
  private readonly byClient = new Map<number, { from: number; to: number }[]>();

  get isEmpty(): boolean {
    return this.byClient.size === 0;
  }

  /** How many there are, in UTF-16 units; an embed counts one. */
  get size(): number {
    return [...this].reduce((sum, { from, to }) => sum + to - from, 0);
  }

  add([client, from]: ItemId, length: number): void {
    if (length <= 0) return;
    const merged = { from, to: from + length };
    const others = (this.byClient.get(client) ?? []).filter((each) => {
      if (each.to < merged.from || each.from > merged.to) return true;
      merged.from = Math.min(merged.from, each.from);
      merged.to = Math.max(merged.to, each.to);
      return false;
    });
    this.byClient.set(
      client,
      [...others, merged].sort((one, other) => one.from - other.from),
    );
  }

  has([client, clock]: ItemId): boolean {
    return this.within(client, clock, clock + 1).length > 0;
  }

  /** The parts that lie between two numbers, in order. */
  within(client: number, from: number, to: number): NumberRange[] {
    return (this.byClient.get(client) ?? [])
      .filter((each) => each.to > from && each.from < to)
      .map((each) => ({ client, from: Math.max(from, each.from), to: Math.min(to, each.to) }));
  }

  *[Symbol.iterator](): Iterator<NumberRange> {
    for (const [client, ranges] of this.byClient)
      for (const { from, to } of ranges) yield { client, from, to };
  }
}
