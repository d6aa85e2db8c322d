import * as Y from 'yjs';
import { notices, type UpdatesMessage } from '@plenary/ground/collab/protocol';
import type { Clock } from '@plenary/ground/kernel';
import type { Broadcast, JournalRow } from './ports.js';

const longestWindow = 50;
const firstWindow = 4;

/**
 * SYNC-40: commits leave as few messages. Alone, a keystroke leaves at once; when commits follow one another, the
 * window in which they are gathered grows to 50 ms, so that cost follows time and not the number of typists.
 */
export class FanOut {
  private rows: JournalRow[] = [];
  private window = 0;
  private lastSent = 0;
  private cancel: (() => void) | null = null;

  constructor(
    private readonly document: string,
    private readonly broadcast: Broadcast,
    private readonly clock: Clock,
  ) {}

  add(rows: readonly JournalRow[]): void {
    this.rows.push(...rows);
    if (this.cancel) return;
    const wait = this.lastSent + this.window - this.clock.now();
    if (wait <= 0) this.flush();
    else {
      this.cancel = this.clock.after(wait, () => {
        this.cancel = null;
        this.flush();
      });
    }
  }

  flush(): void {
    this.cancel?.();
    this.cancel = null;
    if (this.rows.length === 0) return;
    const rows = this.rows;
    this.rows = [];
    this.adapt(rows.length);
    const message: UpdatesMessage = {
      document: this.document,
      from: rows[0]!.seq,
      to: rows.at(-1)!.seq,
      update: rows.length === 1 ? rows[0]!.update : Y.mergeUpdates(rows.map((row) => row.update)),
    };
    this.lastSent = this.clock.now();
    this.broadcast.toDocument(this.document, notices.updates, message);
  }

  private adapt(gathered: number): void {
    if (gathered > 1) this.window = Math.min(longestWindow, Math.max(firstWindow, this.window * 2));
    else if (this.clock.now() - this.lastSent > longestWindow) this.window = 0;
    else this.window = Math.max(firstWindow, this.window / 2);
  }
}
