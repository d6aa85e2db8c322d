import type { Stopwatch } from '@plenary/ground/kernel';
import type { Waiting } from './outbox.js';

/** Milliseconds without a newer one, and milliseconds at the latest, after which edits are noted as sent. */
const [pause, latest] = [250, 2_000];

/**
 * Edits that the server has, until the device has noted it. Who types has them noted together in a pause: each note is a
 * transaction, and nothing is lost by one that is not made, since the server knows edits that are offered again.
 */
export class SentEdits {
  private edits: Waiting[] = [];
  private since = 0;
  private cancel: (() => void) | null = null;

  constructor(
    private readonly watch: Stopwatch,
    private readonly acknowledge: (edits: readonly Waiting[]) => Promise<void>,
  ) {}

  add(edits: readonly Waiting[]): void {
    if (!this.cancel) this.since = this.watch.elapsed();
    this.cancel?.();
    this.edits.push(...edits);
    const rest = Math.max(0, this.since + latest - this.watch.elapsed());
    this.cancel = this.watch.after(Math.min(pause, rest), () => void this.note());
  }

  /** Notes them at once: before the copy is left, begun anew, or asked for what is unsent. */
  note(): Promise<void> {
    if (!this.cancel) return Promise.resolve();
    this.cancel();
    this.cancel = null;
    const { edits } = this;
    this.edits = [];
    return this.acknowledge(edits);
  }
}
