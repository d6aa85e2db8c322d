import type { DocumentStore } from './document-store.js';

/** Client ids kept for opening the document without a network. */
const spareIds = 8;

/**
 * SYNC-12: ids to write under, given by the server to this person for this document. One is used by this page; a
 * few are kept on the device, so that the document can also be written in without a network.
 */
export class ClientIds {
  private used: number | null = null;

  constructor(
    private readonly document: string,
    private readonly store: () => DocumentStore,
    private readonly onUse: (id: number) => void,
  ) {}

  /** The id that this page writes under. */
  get current(): number | null {
    return this.used;
  }

  /** Takes one of those kept on the device; nobody else gets it. */
  async takeSpare(): Promise<void> {
    const id = await this.store()
      .takeSpareId(this.document)
      .catch(() => null);
    if (id !== null) this.use(id);
  }

  /** An id under which nothing was written serves the next page as well; this one must not write under it any more. */
  putBack(hasWritten: (id: number) => boolean): void {
    const id = this.used;
    if (id === null || hasWritten(id)) return;
    this.forget();
    void this.store()
      .addSpareIds(this.document, [id])
      .catch(() => undefined);
  }

  async wanted(): Promise<number> {
    const store = this.store();
    const spare = store.kept ? await store.countSpareIds(this.document).catch(() => spareIds) : spareIds;
    return (this.used === null ? 1 : 0) + Math.max(0, spareIds - spare);
  }

  take([...ids]: readonly number[]): void {
    if (this.used === null && ids.length > 0) this.use(ids.shift()!);
    if (ids.length === 0) return;
    void this.store()
      .addSpareIds(this.document, ids)
      .catch(() => undefined);
  }

  /**
   * SYNC-16: the person speaks for another organisation now. What is typed from here on is written under a new id; the
   * old one stays with what was written for the one before.
   */
  async renew(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    this.forget();
    const store = this.store();
    const dropped = store.dropSpareIds(this.document).catch(() => undefined);
    this.use(ids[0]!);
    await dropped;
    if (ids.length > 1) await store.addSpareIds(this.document, ids.slice(1)).catch(() => undefined);
  }

  /** A new text is written under a new id. */
  forget(): void {
    this.used = null;
  }

  private use(id: number): void {
    this.used = id;
    this.onUse(id);
  }
}
