import { isItemId, type ItemId } from './item-id.js';
import type { Restored } from './text-undo.js';

/** No update brings more characters at once. */
const mostCharacters = 2 ** 21;

export const isRestored = (value: unknown): value is Restored =>
  Array.isArray(value) &&
  value.length === 3 &&
  isItemId(value.slice(0, 2)) &&
  Number.isInteger(value[2]) &&
  value[2] > 0 &&
  value[2] <= mostCharacters;

/** Reads the key of an entry: the first of the characters that were written anew. */
export function restoredId(key: string): ItemId | null {
  const [client, clock] = key.split('.').map(Number);
  const id = [client, clock];
  return isItemId(id) && key === id.join('.') ? id : null;
}

/** Characters with consecutive numbers, and those that they stand for. */
interface Restoration {
  readonly id: ItemId;
  readonly old: ItemId;
  readonly length: number;
}

/** Which characters stand for which, after undos wrote deleted ones anew. */
export class Restorations {
  private readonly byKey = new Map<string, Restoration>();
  private readonly byNew = new Ranges(({ id }) => id);
  private readonly byOld = new Ranges(({ old }) => old);

  get isEmpty(): boolean {
    return this.byKey.size === 0;
  }

  /** Takes in what stands under a key; answers the characters that were written anew. */
  set(key: string, value: unknown): Restoration | null {
    const before = this.byKey.get(key);
    if (before) for (const ranges of [this.byNew, this.byOld]) ranges.delete(before);
    this.byKey.delete(key);
    const id = restoredId(key);
    if (!id || !isRestored(value)) return null;
    const [client, clock, length] = value;
    const restoration: Restoration = { id, old: [client, clock], length };
    this.byKey.set(key, restoration);
    for (const ranges of [this.byNew, this.byOld]) ranges.add(restoration);
    return restoration;
  }

  clear(): void {
    for (const each of [this.byKey, this.byNew, this.byOld]) each.clear();
  }

  /** The characters that were written anew for this one. */
  anewFor(id: ItemId): ItemId[] {
    return this.byOld.over(id).map(({ id: anew, old }): ItemId => [anew[0], anew[1] + id[1] - old[1]]);
  }

  /** The same, and what was written anew for those. */
  allAnewFor(id: ItemId): ItemId[] {
    const found = this.anewFor(id);
    // A ring can only be made by hand.
    for (let at = 0; at < found.length && found.length < mostSteps; at++)
      found.push(...this.anewFor(found[at]!));
    return found;
  }

  /** The character that this one stands for; itself when it was simply typed. */
  firstOf(id: ItemId): ItemId {
    let at = id;
    // A ring can only be made by hand: nobody's character is walked round more often than there are characters.
    for (let steps = 0; steps < mostSteps; steps++) {
      const [before] = this.byNew.over(at);
      if (!before) return at;
      at = [before.old[0], before.old[1] + at[1] - before.id[1]];
    }
    return at;
  }

  /** What was written anew among these numbers. */
  within([client, from]: ItemId, length: number): Restoration[] {
    const found: Restoration[] = [];
    for (const { id, old, length: whole } of this.byNew.within([client, from], length)) {
      const begin = Math.max(from, id[1]);
      const end = Math.min(from + length, id[1] + whole);
      if (begin < end)
        found.push({ id: [client, begin], old: [old[0], old[1] + begin - id[1]], length: end - begin });
    }
    return found;
  }
}

const mostSteps = 1_000;
const perShelf = 64;

/** Ranges of characters, found by any character in them: texts are asked character by character, and undone often. */
class Ranges {
  private readonly shelves = new Map<string, Set<Restoration>>();

  constructor(private readonly begin: (range: Restoration) => ItemId) {}

  add(range: Restoration): void {
    for (const name of this.names(this.begin(range), range.length)) {
      const shelf = this.shelves.get(name);
      if (shelf) shelf.add(range);
      else this.shelves.set(name, new Set([range]));
    }
  }

  delete(range: Restoration): void {
    for (const name of this.names(this.begin(range), range.length)) this.shelves.get(name)?.delete(range);
  }

  clear(): void {
    this.shelves.clear();
  }

  over(id: ItemId): Restoration[] {
    const [shelf = []] = this.shelvesOf(id, 1);
    return [...shelf].filter((range) => {
      const within = id[1] - this.begin(range)[1];
      return within >= 0 && within < range.length;
    });
  }

  within(id: ItemId, length: number): Iterable<Restoration> {
    return new Set(this.shelvesOf(id, length).flatMap((shelf) => [...shelf]));
  }

  private shelvesOf(id: ItemId, length: number): Set<Restoration>[] {
    return this.names(id, length).flatMap((name) => this.shelves.get(name) ?? []);
  }

  private names([client, clock]: ItemId, length: number): string[] {
    const names: string[] = [];
    const last = Math.floor((clock + length - 1) / perShelf);
    for (let at = Math.floor(clock / perShelf); at <= last; at++) names.push(`${client}.${at}`);
    return names;
  }
}
