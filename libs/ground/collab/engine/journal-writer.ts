import type { DocStore, JournalEntry, JournalRow } from './ports.js';
import { refuse } from './refuse.js';
import type { Replica } from './replica.js';

interface Waiting {
  /** Null for somebody who only waits until everything before is committed. */
  readonly entry: JournalEntry | null;
  readonly done: (seq: number) => void;
  readonly failed: (reason: unknown) => void;
}

/** Bytes that may wait for the database, per document; beyond that clients keep their edits (SYNC-3). */
const mostWaiting = 16_000_000;
/** Entries in one commit. */
const mostTogether = 1_000;

/**
 * SYNC-1: takes edits to the journal. While one commit is under way, others gather and go together in the next.
 * `onCommitted` is called with the rows before their senders are answered.
 */
export class JournalWriter {
  private waiting: Waiting[] = [];
  private waitingBytes = 0;
  private running = false;
  /** Set when a commit failed: it may have been written all the same, which has to be read first. */
  private unsure = false;
  private making: Promise<void> | null = null;

  constructor(
    private readonly document: string,
    private readonly epoch: number,
    private readonly store: DocStore,
    private readonly replica: Replica,
    private seq: number,
    private readonly onCommitted: (rows: readonly JournalRow[]) => void,
  ) {}

  get lastSeq(): number {
    return this.seq;
  }

  get isIdle(): boolean {
    return !this.running && this.waiting.length === 0;
  }

  /** Throws before an edit is judged when it could not be kept anyway. */
  makeRoom(bytes: number): void {
    if (this.waitingBytes + bytes > mostWaiting) refuse('document.not-saved', { reason: 'busy' });
  }

  /** Resolves with the row's number once it is committed; rejects with `document.not-saved`. */
  append(entry: JournalEntry): Promise<number> {
    this.waitingBytes += entry.update.byteLength;
    return this.enqueue(entry);
  }

  /** Resolves once all that came before is committed. */
  settled(): Promise<number> {
    return this.isIdle ? Promise.resolve(this.seq) : this.enqueue(null);
  }

  private enqueue(entry: JournalEntry | null): Promise<number> {
    return new Promise((done, failed) => {
      this.waiting.push({ entry, done, failed });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, mostTogether);
      try {
        let seq = await this.commit(batch);
        for (const { entry, done } of batch) done(entry ? seq++ : this.seq);
      } catch {
        this.fail(batch);
      }
    }
    this.running = false;
  }

  /** Answers the number of the batch's first row. */
  private async commit(batch: readonly Waiting[]): Promise<number> {
    const entries = batch.flatMap((each) => each.entry ?? []);
    if (entries.length === 0) return this.seq;
    const { firstSeq, lastSeq } = await this.store.append(this.document, this.epoch, entries);
    this.waitingBytes -= entries.reduce((sum, each) => sum + each.update.byteLength, 0);
    // SYNC-30: somebody else wrote in between; their rows come first.
    if (firstSeq !== this.seq + 1) await this.readUpTo(firstSeq - 1);
    const rows = entries.map((each, index) => ({ seq: firstSeq + index, update: each.update }));
    this.replica.confirm(entries.map((each) => each.update));
    this.seq = Math.max(this.seq, lastSeq);
    this.onCommitted(rows);
    return firstSeq;
  }

  /** SYNC-3: everybody who waited, and whoever built upon them, keeps the edit and offers it again. */
  private fail(batch: readonly Waiting[]): void {
    const all = [...batch, ...this.waiting.splice(0)];
    this.waitingBytes = 0;
    this.unsure = true;
    this.replica.rollBack();
    for (const { failed } of all) {
      try {
        refuse('document.not-saved', { reason: 'database' });
      } catch (reason) {
        failed(reason);
      }
    }
  }

  /** True after a commit of unknown outcome, until `makeSure` has read what was written. */
  get isUnsure(): boolean {
    return this.unsure;
  }

  /** Takes over what a commit of unknown outcome has written. Refuses as long as the database is away. */
  makeSure(): Promise<void> {
    this.making ??= this.readUpTo(Number.MAX_SAFE_INTEGER)
      .then(
        () => void (this.unsure = false),
        () => refuse('document.not-saved', { reason: 'database' }),
      )
      .finally(() => (this.making = null));
    return this.making;
  }

  private async readUpTo(seq: number): Promise<void> {
    const rows = (await this.store.readAfter(this.document, this.seq)).filter((row) => row.seq <= seq);
    if (rows.length === 0) return;
    this.replica.takeOver(rows.map((row) => row.update));
    this.seq = Math.max(this.seq, rows.at(-1)!.seq);
    this.onCommitted(rows);
  }
}
