import type {
  Aside,
  CopyFacts,
  DocumentStore,
  Looked,
  NewUpdate,
  PendingWords,
  StoredCopy,
  StoredUpdate,
} from './document-store.js';

interface Copy {
  facts: CopyFacts | null;
  updates: StoredUpdate[];
  spare: number[];
  aside: Aside[];
}

/** Keeps documents as long as the process lives: for scripts, and for browsers that give no storage. */
export class MemoryStore implements DocumentStore {
  readonly kept: boolean = false;
  private readonly copies = new Map<string, Copy>();
  private nextKey = 1;

  async load(document: string): Promise<StoredCopy> {
    const { facts, updates, aside } = this.copy(document);
    return { facts, updates: [...updates], aside: [...aside] };
  }

  async look(document: string, after: number): Promise<Looked> {
    const { updates, aside } = this.copy(document);
    return {
      updates: updates.filter(({ key }) => key > after),
      pending: updates.filter(({ pending }) => pending).map(({ key }) => key),
      upTo: Math.max(after, ...updates.map(({ key }) => key)),
      aside: [...aside],
    };
  }

  /** Nobody else has this memory. */
  listen(): () => void {
    return () => undefined;
  }

  async add(document: string, updates: readonly NewUpdate[]): Promise<readonly number[]> {
    const added = updates.map((each) => ({ ...each, key: this.nextKey++ }));
    this.copy(document).updates.push(...added);
    return added.map(({ key }) => key);
  }

  async acknowledge(document: string, keys: readonly number[]): Promise<void> {
    const copy = this.copy(document);
    const sent = new Set(keys);
    copy.updates = copy.updates.map((each) => (sent.has(each.key) ? { ...each, pending: false } : each));
  }

  async compact(document: string, keys: readonly number[], whole: Uint8Array): Promise<void> {
    const copy = this.copy(document);
    const joined = new Set(keys);
    copy.updates = copy.updates.filter((each) => !joined.has(each.key));
    copy.updates.push({ key: this.nextKey++, update: whole, pending: false });
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

  async dropSpareIds(document: string): Promise<void> {
    this.copy(document).spare = [];
  }

  async startAnew(document: string, keys: readonly number[], aside: Aside | null): Promise<void> {
    const { updates, aside: before } = this.copy(document);
    const others = updates.filter((each) => each.pending && !keys.includes(each.key));
    this.copies.set(document, {
      facts: null,
      updates: others,
      spare: [],
      aside: aside ? [...before, aside] : before,
    });
  }

  async removeAcknowledged(document: string): Promise<void> {
    const { updates, aside } = this.copy(document);
    const pending = updates.filter((each) => each.pending);
    this.copies.set(document, { facts: null, updates: pending, spare: [], aside });
  }

  /** Nothing of it is older than the page, which hears of epochs itself. */
  async forgetOlder(): Promise<boolean> {
    return false;
  }

  async dropAside(document: string): Promise<void> {
    this.copy(document).aside = [];
  }

  async listCopies() {
    return [...this.copies].flatMap(([document, { facts }]) => (facts ? [{ document, at: facts.at }] : []));
  }

  async listPending(): Promise<readonly PendingWords[]> {
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
    const known = this.copies.get(document) ?? { facts: null, updates: [], spare: [], aside: [] };
    this.copies.set(document, known);
    return known;
  }
}
