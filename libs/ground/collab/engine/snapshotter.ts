import * as Y from 'yjs';
import type { Clock } from '@plenary/ground/kernel';
import type { CommittedBy } from './journal-writer.js';
import type { DocStore, JournalRow, StoredDocument } from './ports.js';

/** A snapshot is made after so many rows or bytes, once writing pauses. */
const rowsBetween = 500;
const bytesBetween = 1_000_000;
const pause = 2_000;

/** SYNC-5: writes the state down in the background, so that opening costs the same however long the journal is. */
export class Snapshotter {
  private readonly epoch: number;
  private rows: number;
  private bytes: number;
  private seq: number;
  private cancel: (() => void) | null = null;
  private writing = false;

  constructor(
    private readonly document: string,
    private readonly store: DocStore,
    private readonly clock: Clock,
    private readonly doc: Y.Doc,
    stored: StoredDocument,
  ) {
    this.epoch = stored.epoch;
    this.rows = stored.rows.length;
    this.bytes = stored.rows.reduce((sum, row) => sum + row.update.byteLength, 0);
    this.seq = stored.seq;
    this.schedule();
  }

  get isIdle(): boolean {
    return !this.writing;
  }

  /** Rows of another process are counted; the snapshot after them is that process's work. */
  note(rows: readonly JournalRow[], by: CommittedBy): void {
    this.rows += rows.length;
    this.bytes += rows.reduce((sum, row) => sum + row.update.byteLength, 0);
    this.seq = rows.at(-1)!.seq;
    if (by !== 'elsewhere') this.schedule();
  }

  close(): void {
    this.cancel?.();
  }

  private schedule(): void {
    if (this.cancel || this.writing || (this.rows < rowsBetween && this.bytes < bytesBetween)) return;
    this.cancel = this.clock.after(pause, () => {
      this.cancel = null;
      void this.write();
    });
  }

  private async write(): Promise<void> {
    this.writing = true;
    const { rows, bytes, seq } = this;
    try {
      await this.store.writeSnapshot(this.document, this.epoch, {
        seq,
        state: Y.encodeStateAsUpdate(this.doc),
      });
      this.rows -= rows;
      this.bytes -= bytes;
    } catch {
      // Nothing is lost: the journal has every row, and the next commit asks for a snapshot again.
    } finally {
      this.writing = false;
    }
  }
}
