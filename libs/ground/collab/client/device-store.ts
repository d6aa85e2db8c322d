import { textModel } from '@plenary/ground/text';
import {
  abort,
  all,
  foundIn,
  forget,
  isUnsentAndSound,
  setDamagedAside,
  setEpochAside,
  setOlderAside,
  type Found,
  type Names,
  type Writing,
} from './device-records.js';
import type {
  Aside,
  CopyFacts,
  DocumentStore,
  Elsewhere,
  Looked,
  NewUpdate,
  PendingWords,
  StoredCopy,
  StoredUpdate,
} from './document-store.js';
import { MemoryStore } from './memory-store.js';
import { Pages } from './pages.js';
import { isSound, modelOf, openTexts, recordOf, type TextsDatabase } from './texts-database.js';

/** The device's store of one account, in IndexedDB; in memory (`kept` is false) where the browser gives none. */
export async function openDeviceStore(personId: string): Promise<DocumentStore> {
  try {
    return new DeviceStore(await openTexts(personId), new Pages(personId));
  } catch {
    return new MemoryStore();
  }
}

class DeviceStore implements DocumentStore {
  readonly kept = true;

  constructor(
    private readonly database: TextsDatabase,
    private readonly pages: Pages,
  ) {
    // Another tab deletes or upgrades the database: do not stand in its way.
    database.addEventListener('versionchange', () => database.close());
  }

  async load(document: string): Promise<StoredCopy> {
    const tx = this.writing();
    try {
      const copy = await readCopy(tx, document);
      await tx.done;
      return copy;
    } catch (reason) {
      // All of it or nothing: what was put aside half-way would be put aside again.
      tx.done.catch(() => undefined);
      abort(tx);
      throw reason;
    }
  }

  async look(document: string, after: number): Promise<Looked> {
    const tx = this.database.transaction(['updates', 'aside']);
    const updates = tx.objectStore('updates');
    const [keys, pending, aside] = await Promise.all([
      updates.index('document').getAllKeys(document),
      updates.index('pending').getAllKeys(1),
      tx.objectStore('aside').index('document').getAll(document),
    ]);
    const newer = keys.filter((key) => key > after);
    const records = await Promise.all(newer.map((key) => updates.get(key)));
    const found = records.flatMap((record, place) =>
      record && modelOf(record) === textModel && isSound(record) ? [{ key: newer[place]!, record }] : [],
    );
    return { updates: found.map(asStored), pending, upTo: Math.max(after, ...newer), aside };
  }

  listen(listener: (what: Elsewhere, document: string | null) => void): () => void {
    return this.pages.listen(listener);
  }

  async add(document: string, updates: readonly NewUpdate[]): Promise<readonly number[]> {
    const tx = this.database.transaction('updates', 'readwrite');
    const keys = updates.map((each) => tx.store.add(recordOf(document, each)));
    const [written] = await Promise.all([Promise.all(keys), tx.done]);
    // What came from the server comes to the other pages from there.
    if (updates.some(({ pending }) => pending)) this.pages.tell('changed', document);
    return written;
  }

  async acknowledge(document: string, keys: readonly number[]): Promise<void> {
    const tx = this.database.transaction('updates', 'readwrite');
    const note = async (key: number) => {
      const value = await tx.store.get(key);
      if (value) await tx.store.put({ ...value, pending: 0 }, key);
    };
    await Promise.all([...keys.map(note), tx.done]);
    this.pages.tell('changed', document);
  }

  async compact(document: string, keys: readonly number[], whole: Uint8Array): Promise<void> {
    const tx = this.database.transaction('updates', 'readwrite');
    for (const key of keys) await tx.store.delete(key);
    await tx.store.add(recordOf(document, { update: whole, pending: false }));
    await tx.done;
  }

  async setFacts(document: string, facts: CopyFacts): Promise<void> {
    await this.database.put('documents', { document, ...facts });
  }

  async addSpareIds(document: string, ids: readonly number[]): Promise<void> {
    const tx = this.database.transaction('spareIds', 'readwrite');
    for (const id of ids) await tx.store.put({ document, id });
    await tx.done;
  }

  async takeSpareId(document: string): Promise<number | null> {
    // One transaction: IndexedDB lets one writer in at a time, over all tabs.
    const tx = this.database.transaction('spareIds', 'readwrite');
    const key = await tx.store.index('document').getKey(document);
    if (key) await tx.store.delete(key);
    await tx.done;
    return key ? key[1] : null;
  }

  countSpareIds(document: string): Promise<number> {
    return this.database.countFromIndex('spareIds', 'document', document);
  }

  async dropSpareIds(document: string): Promise<void> {
    const tx = this.database.transaction('spareIds', 'readwrite');
    for (const key of await tx.store.index('document').getAllKeys(document)) await tx.store.delete(key);
    await tx.done;
  }

  async startAnew(document: string, keys: readonly number[], aside: Aside | null): Promise<void> {
    const tx = this.writing();
    const pending = await tx.objectStore('updates').index('pending').getAllKeys(1);
    // Edits without a record were never written, so that no other page can have put them aside.
    const isFirst = keys.length === 0 || keys.some((key) => pending.includes(key));
    if (aside && isFirst) await tx.objectStore('aside').add(aside);
    await forget(tx, document, (key, record) => record.pending === 0 || keys.includes(key));
    await tx.done;
    this.pages.tell('anew', document);
  }

  async removeAcknowledged(document: string): Promise<void> {
    const tx = this.writing();
    await forget(tx, document, (_key, record) => record.pending === 0);
    await tx.done;
  }

  async forgetOlder(document: string, epoch: number): Promise<boolean> {
    const tx = this.writing();
    const facts = await tx.objectStore('documents').get(document);
    const isOlder = facts !== undefined && modelOf(facts) === textModel && facts.epoch < epoch;
    if (isOlder) await setEpochAside(tx, document);
    await tx.done;
    if (isOlder) this.pages.tell('anew', document);
    return isOlder;
  }

  async dropAside(document: string): Promise<void> {
    const tx = this.database.transaction('aside', 'readwrite');
    for (const key of await tx.store.index('document').getAllKeys(document)) await tx.store.delete(key);
    await tx.done;
    this.pages.tell('changed', document);
  }

  async listCopies() {
    const all = await this.database.getAll('documents');
    return all.filter((facts) => modelOf(facts) === textModel).map(({ document, at }) => ({ document, at }));
  }

  async listPending(): Promise<readonly PendingWords[]> {
    const found = await this.database.getAllFromIndex('updates', 'pending', 1);
    const byDocument = new Map<string, Uint8Array[]>();
    for (const { document, update } of found) {
      byDocument.set(document, [...(byDocument.get(document) ?? []), new Uint8Array(update)]);
    }
    return [...byDocument].map(([document, updates]) => ({ document, updates }));
  }

  async clear(): Promise<void> {
    const tx = this.writing();
    await Promise.all([...all.map((name) => tx.objectStore(name).clear()), tx.done]);
  }

  close(): void {
    this.pages.close();
    this.database.close();
  }

  private writing(): Writing {
    return this.database.transaction([...all] as Names, 'readwrite') as unknown as Writing;
  }
}

async function readCopy(tx: Writing, document: string): Promise<StoredCopy> {
  await setOlderAside(tx, document);
  const found = (await foundIn(tx, document)).filter(({ record }) => modelOf(record) === textModel);
  const sound = found.every(({ record }) => isSound(record));
  if (!sound) await setDamagedAside(tx, document, found);
  const facts = await tx.objectStore('documents').get(document);
  const usable = sound ? found : found.filter(isUnsentAndSound);
  return {
    facts: facts
      ? { epoch: facts.epoch, schema: facts.schema, model: modelOf(facts), right: facts.right, at: facts.at }
      : null,
    updates: usable.map(asStored),
    aside: await tx.objectStore('aside').index('document').getAll(document),
  };
}

const asStored = ({ key, record }: Found): StoredUpdate => ({
  key,
  update: new Uint8Array(record.update),
  pending: record.pending === 1,
});
