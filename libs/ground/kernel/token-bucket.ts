import type { Clock } from './clock.js';

/** SYNC-14: so much a second, and a burst of so much at once. */
export class TokenBucket {
  private left: number;
  private filledAt: number;

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    private readonly clock: Clock,
  ) {
    this.left = burst;
    this.filledAt = clock.now();
  }

  /** Takes `amount`, or answers after how many milliseconds it may be asked for again. */
  take(amount = 1): { ok: true } | { ok: false; retryAfterMs: number } {
    const now = this.clock.now();
    this.left = Math.min(this.burst, this.left + ((now - this.filledAt) / 1_000) * this.perSecond);
    this.filledAt = now;
    if (this.left < amount) {
      return { ok: false, retryAfterMs: Math.ceil(((amount - this.left) / this.perSecond) * 1_000) };
    }
    this.left -= amount;
    return { ok: true };
  }
}
