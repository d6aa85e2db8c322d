import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { forgetAllUnsentDrafts, noteUnsentDrafts } from './has-unsent';
import { isUnsent, type KeptDraft } from './kept-draft';

interface DraftsSchema extends DBSchema {
  drafts: { key: string; value: KeptDraft; indexes: { statementId: string } };
}

const prefix = 'plenary-suggestions-';

/** What a person has begun to suggest, kept on this device: one record for each, a database for each person. */
export class DeviceDrafts {
  private readonly listeners = new Set<(id: string) => void>();
  private readonly channel: BroadcastChannel | null = null;

  private constructor(
    private readonly drafts: IDBPDatabase<DraftsSchema> | null,
    private readonly personId: string,
  ) {
    if (typeof BroadcastChannel === 'undefined') return;
    this.channel = new BroadcastChannel(`${prefix}${personId}`);
    this.channel.onmessage = ({ data }: MessageEvent<string>) => this.listeners.forEach((tell) => tell(data));
    // A script that has done its work does not live on for the sake of hearing.
    (this.channel as { unref?: () => void }).unref?.();
  }

  /** In memory where the device keeps nothing; `isKept` says so. */
  static async open(personId: string): Promise<DeviceDrafts> {
    const drafts = await openDB<DraftsSchema>(`${prefix}${personId}`, 1, {
      upgrade(made) {
        made.createObjectStore('drafts', { keyPath: 'id' }).createIndex('statementId', 'statementId');
      },
    }).catch(() => null);
    return new DeviceDrafts(drafts, personId);
  }

  private readonly inMemory = new Map<string, KeptDraft>();

  get isKept(): boolean {
    return this.drafts !== null;
  }

  async get(id: string): Promise<KeptDraft | null> {
    return (this.drafts ? await this.drafts.get('drafts', id) : this.inMemory.get(id)) ?? null;
  }

  async of(statementId: string): Promise<readonly KeptDraft[]> {
    if (this.drafts) return this.drafts.getAllFromIndex('drafts', 'statementId', statementId);
    return [...this.inMemory.values()].filter((each) => each.statementId === statementId);
  }

  async all(): Promise<readonly KeptDraft[]> {
    return this.drafts ? this.drafts.getAll('drafts') : [...this.inMemory.values()];
  }

  async put(draft: KeptDraft): Promise<void> {
    if (isUnsent(draft)) noteUnsentDrafts(this.personId, true);
    if (this.drafts) await this.drafts.put('drafts', draft);
    else this.inMemory.set(draft.id, draft);
    this.tell(draft.id);
  }

  async delete(id: string): Promise<void> {
    if (this.drafts) await this.drafts.delete('drafts', id);
    else this.inMemory.delete(id);
    this.tell(id);
  }

  /** Calls when another page of this person changed one. */
  listen(listener: (id: string) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  close(): void {
    this.drafts?.close();
    this.channel?.close();
  }

  private tell(id: string): void {
    this.channel?.postMessage(id);
  }
}

/** Forgets all that one person began here; of everybody who used this browser when null. */
export async function clearDrafts(personId: string | null): Promise<void> {
  if (personId) {
    noteUnsentDrafts(personId, false);
    const drafts = await DeviceDrafts.open(personId);
    for (const { id } of await drafts.all()) await drafts.delete(id);
    return drafts.close();
  }
  forgetAllUnsentDrafts();
  const databases = (await indexedDB.databases?.()) ?? [];
  for (const { name } of databases) if (name?.startsWith(prefix)) indexedDB.deleteDatabase(name);
}
