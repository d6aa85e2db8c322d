import type { Stopwatch } from '@plenary/ground/kernel';

/** Milliseconds. */
const first = 400;
const longest = 10_000;

/** Trying again, ever more patiently and with jitter, so that a hall of people does not come back in one instant. */
export class Retry {
  private tries = 0;
  private cancel: (() => void) | null = null;

  constructor(private readonly watch: Stopwatch) {}

  soon(again: () => void, atLeast = 0): void {
    const wait = Math.min(longest, first * 2 ** this.tries) * (0.5 + Math.random());
    this.tries = Math.min(this.tries + 1, 10);
    this.cancel?.();
    this.cancel = this.watch.after(Math.max(atLeast, wait), again);
  }

  /** It worked. */
  reset(): void {
    this.tries = 0;
    this.close();
  }

  close(): void {
    this.cancel?.();
    this.cancel = null;
  }
}
