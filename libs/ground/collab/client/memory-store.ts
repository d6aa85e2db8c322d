import type { CopyFacts, DocumentStore, LocalCopy, StoredUpdate } from './document-store.js';

interface Copy {
  facts: CopyFacts | null;
  updates: StoredUpdate[];
  spare: number[];
}

/** Keeps documents as long as the process lives: for scripts, and for browsers that give no storage. */
export class MemoryStore implements DocumentStore {
  readonly kept: boolean = false;
  private readonly copies = new Map<string, Copy>();
  private nextKey = 1;

  async load(document: string): Promise<LocalCopy> {
    const { facts, updates } = this.copy(document);
    return { facts, updates: [...updates] };
  }

  async add(document: string, update: Uint8Array, pending: boolean): Promise<number> {
    const key = this.nextKey++;
    this.copy(document).updates.push({ key, update, pending });
    return key;
  }

  async acknowledge(document: string, keys: readonly number[]): Promise<void> {
    const copy = this.copy(document);
    copy.updates = copy.updates.map((each) => (keys.includes(each.key) ? { ...each, pending: false } : each));
  }

  async compact(document: string, keys: readonly number[], whole: Uint8Array): Promise<void> {
    const copy = this.copy(document);
    copy.updates = copy.updates.filter((each) => !keys.includes(each.key));
    copy.updates.unshift({ key: this.nextKey++, update: whole, pending: false });
  }

  async setFacts(document: string, facts: CopyFacts): Promise<void> {
    this.copy(document).facts = facts;
  }

  async addSpareIds(document: string, ids: readonly number[]): Promise<void> {
    this.copy(document).spare.push(...ids);
  }

  async takeSpareId(document: string): Promise<number | null> {
    return this.copy(document).spare.shift() ?? null;
  }

  async countSpareIds(document: string): Promise<number> {
    return this.copy(document).spare.length;
  }

  async removeAcknowledged(document: string): Promise<void> {
    const copy = this.copy(document);
    copy.updates = copy.updates.filter((each) => each.pending);
    copy.spare = [];
  }

  async remove(document: string): Promise<void> {
    this.copies.delete(document);
  }

  async listPending() {
    return [...this.copies].flatMap(([document, { updates }]) => {
      const pending = updates.filter((each) => each.pending).map((each) => each.update);
      return pending.length > 0 ? [{ document, updates: pending }] : [];
    });
  }

  async clear(): Promise<void> {
    this.copies.clear();
  }

  close(): void {
    // Nothing is held that would have to be let go.
  }

  private copy(document: string): Copy {
    const known = this.copies.get(document) ?? { facts: null, updates: [], spare: [] };
    this.copies.set(document, known);
    return known;
  }
}
