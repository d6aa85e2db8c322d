import { systemClock } from '@plenary/ground/kernel';

export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number | null;
}

/** Milliseconds: often enough to see it move. */
const atMostEvery = 500;

/**
 * How far a work is, told while its transaction is open, by a connection of its own. What is said in between is passed
 * over, and nothing waits for it: progress that is not told harms nobody.
 */
export class WorkProgress {
  private toldAt = -Infinity;
  private isTelling = false;

  constructor(private readonly write: (progress: Progress) => Promise<unknown>) {}

  tell(progress: Progress): void {
    const now = systemClock.now();
    if (this.isTelling || now - this.toldAt < atMostEvery) return;
    this.toldAt = now;
    this.isTelling = true;
    void this.write(progress)
      .catch(() => undefined)
      .finally(() => (this.isTelling = false));
  }
}
