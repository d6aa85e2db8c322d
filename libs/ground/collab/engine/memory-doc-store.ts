import type { PersonId } from '@plenary/ground/kernel';
import type { Author, DocStore, JournalEntry, JournalRow, RowsBy, StoredDocument } from './ports.js';

interface Row extends JournalRow {
  readonly personId: PersonId | null;
  readonly clientId: number | null;
}

/** Rows that are answered at once to whoever looks for some. */
const rowsAtOnce = 100;

interface Kept {
  epoch: number;
  rows: Row[];
  snapshot: { seq: number; state: Uint8Array } | null;
  owners: Map<number, Author | null>;
}

/** Documents in memory: for rules that need no database, and as the plain reading of what a `DocStore` is. */
export class MemoryDocStore implements DocStore {
  private readonly kept = new Map<string, Kept>();
  private nextClientId = 1_000;

  create(document: string, initial: readonly Uint8Array[] = []): void {
    const rows = initial.map((update, index) => ({ seq: index + 1, update, personId: null, clientId: null }));
    this.kept.set(document, { epoch: 1, rows, snapshot: null, owners: new Map() });
  }

  async load(document: string): Promise<StoredDocument | null> {
    const kept = this.kept.get(document);
    if (!kept) return null;
    const { epoch, snapshot } = kept;
    const rows = kept.rows.filter((row) => row.seq > (snapshot?.seq ?? 0));
    return { epoch, seq: kept.rows.length, floor: 0, snapshot, rows };
  }

  async append(document: string, epoch: number, entries: readonly JournalEntry[]) {
    const kept = this.get(document);
    if (kept.epoch !== epoch) throw new Error('another epoch');
    const firstSeq = kept.rows.length + 1;
    entries.forEach(({ update, author, clientId }, index) =>
      kept.rows.push({ seq: firstSeq + index, update, personId: author?.personId ?? null, clientId }),
    );
    try {
      for (const [index, { andThen }] of entries.entries()) await andThen?.(null, firstSeq + index);
    } catch (reason) {
      kept.rows.splice(firstSeq - 1, entries.length);
      throw reason;
    }
    return { firstSeq, lastSeq: firstSeq + entries.length - 1 };
  }

  async readAfter(document: string, seq: number): Promise<readonly JournalRow[]> {
    return this.get(document).rows.slice(seq);
  }

  async readCommitted(document: string, seq: number): Promise<readonly JournalRow[]> {
    return this.get(document).rows.slice(seq);
  }

  async rowsBy(document: string, { personId, clientIds }: RowsBy, below: number) {
    return this.get(document)
      .rows.filter((row) => row.seq < below)
      .filter(
        (row) =>
          (personId !== undefined && row.personId === personId) ||
          (row.clientId !== null && clientIds?.includes(row.clientId)),
      )
      .toReversed()
      .slice(0, rowsAtOnce);
  }

  async heads(documents: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return new Map(documents.filter((id) => this.kept.has(id)).map((id) => [id, this.get(id).rows.length]));
  }

  async writeSnapshot(
    document: string,
    epoch: number,
    snapshot: { seq: number; state: Uint8Array },
  ): Promise<void> {
    const kept = this.get(document);
    if (kept.epoch === epoch) kept.snapshot = snapshot;
  }

  async grantClientIds(document: string, author: Author | null, count: number): Promise<readonly number[]> {
    const ids = Array.from({ length: count }, () => this.nextClientId++);
    ids.forEach((id) => this.get(document).owners.set(id, author));
    return ids;
  }

  async ownersOf(document: string, clientIds: readonly number[]) {
    const { owners } = this.get(document);
    return new Map(clientIds.filter((id) => owners.has(id)).map((id) => [id, owners.get(id)!]));
  }

  private get(document: string): Kept {
    const kept = this.kept.get(document);
    if (!kept) throw new Error(`no document ${document}`);
    return kept;
  }
}
