import { systemClock } from '@plenary/ground/kernel';

/**
 * So many do their work at once. Who takes longer than a moment is passed by the others: it goes on beside them, and
 * holds nobody up.
 */
export class Lanes {
  private readonly waiting: (() => void)[] = [];

  constructor(
    private free: number,
    /** Milliseconds after which somebody is passed. */
    private readonly passedAfter: number,
  ) {}

  async run(work: () => Promise<void>): Promise<void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((turn) => this.waiting.push(turn));
    let hasLane = true;
    const leave = (): void => {
      if (!hasLane) return;
      hasLane = false;
      const next = this.waiting.shift();
      if (next) next();
      else this.free++;
    };
    const cancel = systemClock.after(this.passedAfter, leave);
    try {
      await work();
    } finally {
      cancel();
      leave();
    }
  }
}
