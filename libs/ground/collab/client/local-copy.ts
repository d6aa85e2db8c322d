import * as Y from 'yjs';
import type { CopyFacts, DocumentStore } from './document-store.js';

/** Records after which a copy is written anew as one. */
const mostRecords = 200;
/** The server's updates are written to the device together. Milliseconds. */
const gatherFor = 400;

export interface LoadedCopy {
  readonly facts: CopyFacts | null;
  /** Edits that the server may not have, oldest first. */
  readonly pending: readonly { key: number; update: Uint8Array }[];
  /** Records that could not be read; null when all could. */
  readonly damaged: Blob | null;
}

/** A document's copy on this device: written as the text changes, so that nothing typed depends on the page living on. */
export class LocalCopy {
  private gathered: Uint8Array[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private acknowledged: number[] = [];
  private writes: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly document: string,
    readonly store: DocumentStore,
  ) {}

  /** Puts the copy into `doc`. What cannot be read is set aside, and the rest is used. */
  async load(doc: Y.Doc, origin: unknown): Promise<LoadedCopy> {
    const { facts, updates } = await this.store.load(this.document);
    const broken: Uint8Array[] = [];
    const good = updates.filter(({ update }) => {
      if (isReadable(update)) return true;
      broken.push(update);
      return false;
    });
    doc.transact(() => good.forEach(({ update }) => Y.applyUpdate(doc, update, origin)), origin);
    this.acknowledged = good.filter((each) => !each.pending).map((each) => each.key);
    const pending = good.filter((each) => each.pending);
    if (broken.length === 0) return { facts, pending, damaged: null };
    return { facts: null, pending: await this.rewrite(pending), damaged: new Blob(updates.map(asPart)) };
  }

  /** Writes an edit of this person; resolves with its key, or null when the device's storage is full. */
  addPending(update: Uint8Array): Promise<number | null> {
    return this.write(() => this.store.add(this.document, update, true)).catch(() => null);
  }

  addRemote(update: Uint8Array): void {
    this.gathered.push(update);
    this.timer ??= setTimeout(() => void this.flush(), gatherFor);
  }

  /** The server has these edits now. */
  async acknowledge(keys: readonly number[], doc: Y.Doc): Promise<void> {
    if (keys.length === 0) return;
    this.acknowledged.push(...keys);
    await this.write(() => this.store.acknowledge(this.document, keys)).catch(() => undefined);
    if (this.acknowledged.length > mostRecords) await this.compact(doc);
  }

  setFacts(facts: CopyFacts): Promise<void> {
    return this.write(() => this.store.setFacts(this.document, facts)).catch(() => undefined);
  }

  /** Writes what is gathered. */
  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.gathered.length === 0) return;
    const update = this.gathered.length === 1 ? this.gathered[0]! : Y.mergeUpdates(this.gathered);
    this.gathered = [];
    const key = await this.write(() => this.store.add(this.document, update, false)).catch(() => null);
    // A full device keeps fewer of the server's words; they come again from the server.
    if (key !== null) this.acknowledged.push(key);
  }

  async remove(): Promise<void> {
    this.forgetGathered();
    await this.write(() => this.store.remove(this.document)).catch(() => undefined);
  }

  /** The door is closed: the device forgets the text, and keeps what its author did not get to send. */
  async removeAcknowledged(): Promise<void> {
    this.forgetGathered();
    await this.write(() => this.store.removeAcknowledged(this.document)).catch(() => undefined);
  }

  private forgetGathered(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.gathered = [];
    this.acknowledged = [];
  }

  private async compact(doc: Y.Doc): Promise<void> {
    const keys = this.acknowledged;
    this.acknowledged = [];
    const whole = Y.encodeStateAsUpdate(doc);
    await this.write(() => this.store.compact(this.document, keys, whole)).catch(() => undefined);
  }

  private async rewrite(
    pending: readonly { update: Uint8Array }[],
  ): Promise<{ key: number; update: Uint8Array }[]> {
    await this.store.remove(this.document);
    this.acknowledged = [];
    const kept: { key: number; update: Uint8Array }[] = [];
    for (const { update } of pending)
      kept.push({ key: await this.store.add(this.document, update, true), update });
    return kept;
  }

  /** One write after the other, in the order of the edits. */
  private write<Result>(work: () => Promise<Result>): Promise<Result> {
    const own = this.writes.then(work, work);
    this.writes = own.catch(() => undefined);
    return own;
  }
}

function isReadable(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update);
    return true;
  } catch {
    return false;
  }
}

const asPart = ({ update }: { update: Uint8Array }): ArrayBuffer => update.slice().buffer as ArrayBuffer;
