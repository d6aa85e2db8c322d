import type { Clock } from '@plenary/ground/kernel';

/** Milliseconds. */
const recent = 300_000;
const mostKept = 2_000;

export interface Times {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
}

/** How long things took in the last five minutes, from the newest two thousand of them. */
export class RecentTimes {
  private readonly at = new Float64Array(mostKept);
  private readonly took = new Float64Array(mostKept);
  private next = 0;

  constructor(private readonly clock: Clock) {}

  note(milliseconds: number): void {
    const place = this.next++ % mostKept;
    this.at[place] = this.clock.now();
    this.took[place] = milliseconds;
  }

  times(): Times | null {
    const since = this.clock.now() - recent;
    const kept = Math.min(this.next, mostKept);
    const took = this.took
      .subarray(0, kept)
      .filter((_, place) => this.at[place]! >= since)
      .sort();
    if (took.length === 0) return null;
    const quantile = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))]!;
    return { count: took.length, p50: quantile(0.5), p95: quantile(0.95) };
  }
}
