import type { Clock } from '@plenary/ground/kernel';

/** Milliseconds without an edit after which replicas are compared. */
const quiet = 30_000;

/** Calls once nothing has been written for half a minute. */
export class QuietCheck {
  private cancel: (() => void) | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly check: () => void,
  ) {}

  /** Something was written. */
  postpone(): void {
    this.cancel?.();
    this.cancel = this.clock.after(quiet, this.check);
  }

  close(): void {
    this.cancel?.();
  }
}
