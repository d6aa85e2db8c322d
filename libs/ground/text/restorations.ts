import { isItemId, type ItemId } from './item-id.js';
import type { Roots } from './roots.js';
import type { Restored } from './text-undo.js';

export function isRestored(value: unknown): value is Restored {
  return Array.isArray(value) && value.length === 3 && isItemId(value.slice(0, 2)) && value[2] > 0;
}

/** Reads the key of an entry: the first of the letters that were written anew. */
export function restoredId(key: string): ItemId | null {
  const [client, clock] = key.split('.').map(Number);
  const id = [client, clock];
  return isItemId(id) && key === id.join('.') ? id : null;
}

interface Range {
  readonly from: ItemId;
  readonly length: number;
  readonly to: ItemId;
}

/** Which letters stand for which, after undos wrote deleted ones anew. */
export class Restorations {
  private readonly anew = new Map<number, Range[]>();
  private readonly first = new Map<number, Range[]>();

  constructor(roots: Roots) {
    for (const [key, value] of roots.restored.entries()) {
      const id = restoredId(key);
      if (!id || !isRestored(value)) continue;
      const [client, clock, length] = value;
      const old: ItemId = [client, clock];
      add(this.anew, { from: old, length, to: id });
      add(this.first, { from: id, length, to: old });
    }
    for (const ranges of this.first.values()) ranges.sort((one, other) => one.from[1] - other.from[1]);
  }

  /** The letters that were written anew for this one. */
  anewFor(id: ItemId): ItemId[] {
    return lookUp(this.anew, id);
  }

  /** The letter that this one stands for; itself when it was simply typed. */
  firstOf(id: ItemId): ItemId {
    let at = id;
    // A ring can only be made by hand: nobody's letter is walked round more often than there are letters.
    for (let steps = 0; steps < mostSteps; steps++) {
      const before = nearest(this.first.get(at[0]) ?? [], at);
      if (!before) return at;
      at = before;
    }
    return at;
  }
}

const mostSteps = 1_000;

function add(index: Map<number, Range[]>, range: Range): void {
  const known = index.get(range.from[0]);
  if (known) known.push(range);
  else index.set(range.from[0], [range]);
}

/** Of ranges in order: whole texts are asked letter by letter, and undone often. */
function nearest(ranges: readonly Range[], [, clock]: ItemId): ItemId | null {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.from[1] <= clock) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low - 1];
  if (!range || clock >= range.from[1] + range.length) return null;
  return [range.to[0], range.to[1] + clock - range.from[1]];
}

function lookUp(index: ReadonlyMap<number, readonly Range[]>, [client, clock]: ItemId): ItemId[] {
  return (index.get(client) ?? [])
    .filter(({ from, length }) => from[1] <= clock && clock < from[1] + length)
    .map(({ from, to }): ItemId => [to[0], to[1] + clock - from[1]]);
}
