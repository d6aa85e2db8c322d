import type { Clock } from '@plenary/ground/kernel';
import type { Repair } from './document-schema.js';
import type { JournalWriter } from './journal-writer.js';
import type { DocStore } from './ports.js';
import type { Replica } from './replica.js';

/** Repairs wait until writing pauses, but no longer than `longest`. Milliseconds. */
const pause = 150;
const longest = 2_000;

/**
 * Mends what concurrent edits leave behind (two paragraphs with one id), under a client id of the server's own.
 * A repair is journaled like any edit. Where nothing is amiss it costs one reading: no copy, no client id, no row.
 */
export class Repairer {
  private clientId: number | null = null;
  private cancel: (() => void) | null = null;
  private wokenAt: number | null = null;
  private closed = false;
  private readonly memory = new Map<string, string>();

  constructor(
    private readonly document: string,
    private readonly store: DocStore,
    private readonly clock: Clock,
    private readonly replica: Replica,
    private readonly journal: JournalWriter,
    private readonly repair: Repair | undefined,
  ) {}

  /** Something was written: look at it once writing pauses. */
  wake(): void {
    if (!this.repair || this.closed) return;
    this.cancel?.();
    this.wokenAt ??= this.clock.now();
    const wait = Math.max(0, Math.min(pause, this.wokenAt + longest - this.clock.now()));
    this.cancel = this.clock.after(wait, () => {
      this.cancel = null;
      this.wokenAt = null;
      void this.run(this.repair!);
    });
  }

  close(): void {
    this.closed = true;
    this.cancel?.();
  }

  private async run(repair: Repair): Promise<void> {
    try {
      if (repair(this.replica.committed, this.memory).length === 0) return;
      this.clientId ??= (await this.store.grantClientIds(this.document, null, 1))[0]!;
      if (this.closed || this.journal.isUnsure) return;
      // In the shadow, where what is on its way counts, too; it may be mended there already.
      const update = this.replica.write(this.clientId, (doc) =>
        repair(doc, this.memory).forEach((step) => step()),
      );
      if (update) await this.journal.append({ update, author: null, clientId: this.clientId });
    } catch {
      // The database is away: what is amiss is still there when it is back, and the next commit wakes us. The id
      // may have been used in a row that was committed all the same, so another one is taken.
      this.clientId = null;
    }
  }
}
