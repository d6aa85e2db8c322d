import type * as Y from 'yjs';
import type { Clock } from '@plenary/ground/kernel';
import type { JournalWriter } from './journal-writer.js';
import type { DocStore } from './ports.js';
import type { Replica } from './replica.js';

/** Repairs wait until writing pauses. Milliseconds. */
const pause = 150;

/**
 * Mends what concurrent edits leave behind (two paragraphs with one id), under a client id of the server's own.
 * A repair is journaled like any edit.
 */
export class Repairer {
  private clientId: number | null = null;
  private cancel: (() => void) | null = null;
  private closed = false;

  constructor(
    private readonly document: string,
    private readonly store: DocStore,
    private readonly clock: Clock,
    private readonly replica: Replica,
    private readonly journal: JournalWriter,
    private readonly repair: ((doc: Y.Doc) => void) | undefined,
  ) {}

  /** Something was written: look at it once writing pauses. */
  wake(): void {
    if (!this.repair || this.closed) return;
    this.cancel?.();
    this.cancel = this.clock.after(pause, () => {
      this.cancel = null;
      void this.run();
    });
  }

  close(): void {
    this.closed = true;
    this.cancel?.();
  }

  private async run(): Promise<void> {
    try {
      this.clientId ??= (await this.store.grantClientIds(this.document, null, 1))[0]!;
      if (this.closed) return;
      const update = this.replica.write(this.clientId, this.repair!);
      if (update) await this.journal.append(update, null);
    } catch {
      // The database is away: what is amiss is still there when it is back, and the next commit wakes us.
      this.clientId = null;
    }
  }
}
