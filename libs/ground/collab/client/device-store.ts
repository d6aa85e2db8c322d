import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { CopyFacts, DocumentStore, LocalCopy } from './document-store.js';
import { MemoryStore } from './memory-store.js';

interface Schema extends DBSchema {
  updates: {
    key: number;
    value: { document: string; update: Uint8Array; pending: 0 | 1 };
    indexes: { document: string; pending: number };
  };
  documents: { key: string; value: { document: string } & CopyFacts };
  spareIds: { key: [string, number]; value: { document: string; id: number }; indexes: { document: string } };
}

const databaseName = (personId: string): string => `plenary-texts-${personId}`;

/** The device's store of one account, in IndexedDB; in memory (`kept` is false) where the browser gives none. */
export async function openDeviceStore(personId: string): Promise<DocumentStore> {
  try {
    const database = await openDB<Schema>(databaseName(personId), 1, {
      upgrade(made) {
        const updates = made.createObjectStore('updates', { autoIncrement: true });
        updates.createIndex('document', 'document');
        updates.createIndex('pending', 'pending');
        made.createObjectStore('documents', { keyPath: 'document' });
        const spare = made.createObjectStore('spareIds', { keyPath: ['document', 'id'] });
        spare.createIndex('document', 'document');
      },
    });
    return new DeviceStore(database);
  } catch {
    return new MemoryStore();
  }
}

class DeviceStore implements DocumentStore {
  readonly kept = true;

  constructor(private readonly database: IDBPDatabase<Schema>) {
    // Another tab deletes or upgrades the database: do not stand in its way.
    database.addEventListener('versionchange', () => database.close());
  }

  async load(document: string): Promise<LocalCopy> {
    const tx = this.database.transaction(['updates', 'documents']);
    const index = tx.objectStore('updates').index('document');
    const [keys, values, facts] = await Promise.all([
      index.getAllKeys(document),
      index.getAll(document),
      tx.objectStore('documents').get(document),
    ]);
    return {
      facts: facts ? { epoch: facts.epoch, schema: facts.schema } : null,
      updates: values.map(({ update, pending }, place) => ({
        key: keys[place]!,
        update: new Uint8Array(update),
        pending: pending === 1,
      })),
    };
  }

  add(document: string, update: Uint8Array, pending: boolean): Promise<number> {
    return this.database.add('updates', { document, update, pending: pending ? 1 : 0 });
  }

  async acknowledge(_document: string, keys: readonly number[]): Promise<void> {
    const tx = this.database.transaction('updates', 'readwrite');
    for (const key of keys) {
      const value = await tx.store.get(key);
      if (value) await tx.store.put({ ...value, pending: 0 }, key);
    }
    await tx.done;
  }

  async compact(document: string, keys: readonly number[], whole: Uint8Array): Promise<void> {
    const tx = this.database.transaction('updates', 'readwrite');
    for (const key of keys) await tx.store.delete(key);
    await tx.store.add({ document, update: whole, pending: 0 });
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

  removeAcknowledged(document: string): Promise<void> {
    return this.delete(document, (pending) => !pending);
  }

  remove(document: string): Promise<void> {
    return this.delete(document, () => true);
  }

  async listPending() {
    const found = await this.database.getAllFromIndex('updates', 'pending', 1);
    const byDocument = new Map<string, Uint8Array[]>();
    for (const { document, update } of found) {
      byDocument.set(document, [...(byDocument.get(document) ?? []), new Uint8Array(update)]);
    }
    return [...byDocument].map(([document, updates]) => ({ document, updates }));
  }

  async clear(): Promise<void> {
    const tx = this.database.transaction(['updates', 'documents', 'spareIds'], 'readwrite');
    await Promise.all([
      tx.objectStore('updates').clear(),
      tx.objectStore('documents').clear(),
      tx.objectStore('spareIds').clear(),
      tx.done,
    ]);
  }

  close(): void {
    this.database.close();
  }

  private async delete(document: string, which: (pending: boolean) => boolean): Promise<void> {
    const tx = this.database.transaction(['updates', 'documents', 'spareIds'], 'readwrite');
    const updates = tx.objectStore('updates');
    for (const key of await updates.index('document').getAllKeys(document)) {
      const value = await updates.get(key);
      if (value && which(value.pending === 1)) await updates.delete(key);
    }
    await tx.objectStore('documents').delete(document);
    for (const key of await tx.objectStore('spareIds').index('document').getAllKeys(document)) {
      await tx.objectStore('spareIds').delete(key);
    }
    await tx.done;
  }
}
