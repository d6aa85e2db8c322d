import type { Clock } from '@plenary/ground/kernel';
import type { AndThen, Author, DocStore, JournalEntry, JournalRow } from './ports.js';
import { refusal, refuse } from './refuse.js';
import type { Offer, Replica } from './replica.js';
import type { UpdateOutline } from './update-reader.js';

interface Waiting {
  /** Null for somebody who only waits until everything before is committed. */
  readonly entry: JournalEntry | null;
  readonly offer: Offer | null;
  readonly at: number;
  readonly done: (seq: number) => void;
  readonly failed: (reason: unknown) => void;
}

/** Who committed rows: a push to this process; another process, as it told; unknown, as they were read. */
export type CommittedBy = 'here' | 'elsewhere' | 'unknown';

/** Rows that are in the journal and in the committed text now. */
export interface Committed {
  readonly rows: readonly JournalRow[];
  /** What they brought, as one update. */
  readonly update: Uint8Array;
  readonly by: CommittedBy;
  /** Milliseconds since the first of them was offered here; 0 for others' rows. */
  readonly after: number;
}

/** Rows of other processes that are kept until those before them are here. */
const mostHeard = 5_000;
/** Bytes that may wait for the database, per document; beyond that clients keep their edits (SYNC-3). */
const mostWaiting = 16_000_000;
/** Entries in one commit. */
const mostTogether = 1_000;

/**
 * SYNC-1: takes edits to the journal. While one commit is under way, others gather and go together in the next.
 * `onCommitted` is called with the rows before their senders are answered.
 *
 * Other processes write the same journal (SYNC-30). What they tell is taken over when it fits on to what is here;
 * what is missing in between is read from the store. Both wait for a commit that is under way, since its numbers
 * are not known yet.
 */
export class JournalWriter {
  private waiting: Waiting[] = [];
  private waitingBytes = 0;
  private running = false;
  /** A commit or a reading is under way: numbers that are heard of meanwhile wait. */
  private busy = false;
  private lastBegun = 0;
  /** Set when a commit failed: it may have been written all the same, which has to be read first. */
  private unsure = false;
  private making: Promise<void> | null = null;
  /** Told by other processes and not yet taken over, in the order of their numbers. */
  private heard: JournalRow[] = [];
  /** Somebody waits until what other processes have written is here, too. */
  private behind: (() => void)[] = [];

  constructor(
    private readonly document: string,
    private readonly epoch: number,
    private readonly store: DocStore,
    private readonly replica: Replica,
    private readonly clock: Clock,
    private seq: number,
    /** Least time between two commits, in milliseconds (SYNC-40). */
    private readonly spacing: () => number,
    private readonly onCommitted: (committed: Committed) => void,
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

  /**
   * Judges an edit together with others and commits them together. Resolves with the row's number once it is
   * committed, or with the last one when it was known; rejects with the reason why it was refused, and with
   * `document.not-saved` when the database did not take it.
   */
  offer(author: Author, update: Uint8Array, outline: UpdateOutline): Promise<number> {
    return this.enqueueEdit(author, update, outline, {});
  }

  /** The same of what the server itself made; `andThen` goes along with its row, and with nothing where there is none. */
  offerServers(
    author: Author,
    update: Uint8Array,
    outline: UpdateOutline,
    andThen: AndThen | null,
  ): Promise<number> {
    return this.enqueueEdit(author, update, outline, { isServers: true }, andThen);
  }

  /** Resolves once all that came before is committed. */
  settled(): Promise<number> {
    return this.isIdle ? Promise.resolve(this.seq) : this.enqueue(null, null);
  }

  /** SYNC-30: rows that another process says it has committed. */
  hear(rows: readonly JournalRow[]): void {
    this.heard.push(...rows);
    this.heard.sort((one, other) => one.seq - other.seq);
    // Beyond that they are read from the store.
    if (this.heard.length > mostHeard) this.heard.length = mostHeard;
    if (this.busy) return;
    this.takeHeard();
    if (this.heard.length > 0) void this.catchUp();
  }

  /** Resolves once everything that was committed before by any process is here, or could not be read. */
  catchUp(): Promise<void> {
    return new Promise((done) => {
      this.behind.push(done);
      if (!this.running) void this.run();
    });
  }

  private enqueueEdit(
    author: Author,
    update: Uint8Array,
    outline: UpdateOutline,
    more: Pick<Offer, 'isServers'>,
    andThen: AndThen | null = null,
  ): Promise<number> {
    this.waitingBytes += update.byteLength;
    const clientId = outline.runs[0]?.client ?? null;
    return this.enqueue(
      { update, author, clientId, ...(andThen ? { andThen } : {}) },
      { update, outline, by: author.personId, ...more },
    );
  }

  private enqueue(entry: JournalEntry | null, offer: Offer | null): Promise<number> {
    return new Promise((done, failed) => {
      this.waiting.push({ entry, offer, at: this.clock.now(), done, failed });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0 || this.behind.length > 0) {
      if (this.behind.length > 0) await this.readWhatIsMissing();
      await this.gather();
      const batch = this.judge(this.waiting.splice(0, mostTogether));
      this.busy = true;
      try {
        let seq = await this.commit(batch);
        for (const { entry, done } of batch) done(entry ? seq++ : this.seq);
      } catch {
        this.fail(batch);
      }
      this.busy = false;
      this.takeHeard();
    }
    this.running = false;
    if (this.heard.length > 0) void this.catchUp();
  }

  /**
   * SYNC-40: after a pause a keystroke is committed at once. Where commits follow one another they keep a distance,
   * and what comes in between goes together in the next: cost follows time, not the number of typists.
   */
  private async gather(): Promise<void> {
    if (this.waiting.length === 0) return;
    const wait = this.lastBegun + this.spacing() - this.clock.now();
    if (wait > 0 && this.waiting.length < mostTogether) {
      await new Promise<void>((over) => this.clock.after(wait, over));
    }
    this.lastBegun = this.clock.now();
  }

  /** Answers what is to be committed, and who waits for it because theirs is known already; refuses the rest. */
  private judge(batch: readonly Waiting[]): Waiting[] {
    const offers = batch.flatMap(({ offer }) => offer ?? []);
    const verdicts = offers.length > 0 ? this.replica.judge(offers) : [];
    let next = 0;
    return batch.flatMap((each) => {
      if (!each.offer) return [each];
      const verdict = verdicts[next++]!;
      if (verdict === 'new') return [each];
      this.waitingBytes -= each.entry!.update.byteLength;
      if (verdict === 'known') return [{ ...each, entry: null }];
      each.failed(verdict);
      return [];
    });
  }

  private async readWhatIsMissing(): Promise<void> {
    this.busy = true;
    const waiting = this.behind.splice(0);
    // Told after its commit, so that the reading brings it.
    this.heard = [];
    try {
      this.takeRead(await this.store.readCommitted(this.document, this.seq));
    } catch {
      // The database is away; the next row that is told, or the next look at the heads, asks again.
    }
    this.busy = false;
    waiting.forEach((done) => done());
  }

  /** Takes over what fits on to what is here, and forgets what is known. */
  private takeHeard(upTo = Number.MAX_SAFE_INTEGER): void {
    const fitting: JournalRow[] = [];
    let seq = this.seq;
    let taken = 0;
    for (const row of this.heard) {
      if (row.seq > seq + 1 || row.seq > upTo) break;
      taken++;
      if (row.seq === seq + 1) fitting.push(row);
      seq = Math.max(seq, row.seq);
    }
    this.heard.splice(0, taken);
    this.takeOver(fitting, 'elsewhere');
  }

  private takeOver(rows: readonly JournalRow[], by: CommittedBy): void {
    if (rows.length === 0) return;
    const update = this.replica.takeOver(rows.map((row) => row.update));
    this.seq = rows.at(-1)!.seq;
    this.onCommitted({ rows, update, by, after: 0 });
  }

  /** Answers the number of the batch's first row. */
  private async commit(batch: readonly Waiting[]): Promise<number> {
    const entries = batch.flatMap((each) => each.entry ?? []);
    if (entries.length === 0) return this.seq;
    const { firstSeq, lastSeq } = await this.store.append(this.document, this.epoch, entries);
    this.waitingBytes -= entries.reduce((sum, each) => sum + each.update.byteLength, 0);
    // SYNC-30: somebody else wrote in between; their rows come first.
    this.takeHeard(firstSeq - 1);
    if (firstSeq !== this.seq + 1) {
      this.takeRead(await this.store.readCommitted(this.document, this.seq), firstSeq - 1);
    }
    const rows = entries.map((each, index) => ({ seq: firstSeq + index, update: each.update }));
    const update = this.replica.confirm(entries.map((each) => each.update));
    this.seq = Math.max(this.seq, lastSeq);
    this.onCommitted({ rows, update, by: 'here', after: this.clock.now() - batch[0]!.at });
    return firstSeq;
  }

  /** SYNC-3: everybody who waited, and whoever built upon them, keeps the edit and offers it again. */
  private fail(batch: readonly Waiting[]): void {
    const all = [...batch, ...this.waiting.splice(0)];
    this.waitingBytes = 0;
    this.unsure = true;
    this.replica.rollBack();
    for (const { failed } of all) failed(refusal('document.not-saved', { reason: 'database' }));
  }

  /** True after a commit of unknown outcome, until `makeSure` has read what was written. */
  get isUnsure(): boolean {
    return this.unsure;
  }

  /** Takes over what a commit of unknown outcome has written. Refuses as long as the database is away. */
  makeSure(): Promise<void> {
    this.making ??= this.store
      .readAfter(this.document, this.seq)
      .then(
        (rows) => {
          this.takeRead(rows);
          this.unsure = false;
        },
        () => refuse('document.not-saved', { reason: 'database' }),
      )
      .finally(() => (this.making = null));
    return this.making;
  }

  /** Some of the rows may have been told while they were read. */
  private takeRead(rows: readonly JournalRow[], upTo = Number.MAX_SAFE_INTEGER): void {
    this.takeOver(
      rows.filter((row) => row.seq > this.seq && row.seq <= upTo),
      'unknown',
    );
  }
}
