import { Clock } from './clock.js';

interface Due {
  readonly at: number;
  readonly call: () => void;
  cancel: () => void;
}

/** A timer holds 24 days at most; what is due later looks again. Milliseconds. */
const longestTimer = 20 * 86_400_000;

/** Runs as the machine's, and can be set forward: for specs, journeys and demonstrations. Never back, as time. */
export class SettableClock extends Clock {
  private ahead = 0;
  private readonly due = new Set<Due>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly machine: Clock) {
    super();
  }

  now(): number {
    return this.machine.now() + this.ahead;
  }

  after(milliseconds: number, call: () => void): () => void {
    const due: Due = { at: this.now() + milliseconds, call, cancel: () => undefined };
    this.due.add(due);
    this.arm(due);
    return () => this.drop(due);
  }

  override onSet(call: () => void): () => void {
    this.listeners.add(call);
    return () => void this.listeners.delete(call);
  }

  /** What falls due on the way is called in its order, before this returns; then whoever listens is told. */
  forward(milliseconds: number): void {
    this.ahead += Math.max(0, milliseconds);
    const passed = [...this.due].filter(({ at }) => at <= this.now()).sort((one, other) => one.at - other.at);
    for (const due of passed) this.call(due);
    for (const due of this.due) this.arm(due);
    for (const listener of this.listeners) listener();
  }

  private arm(due: Due): void {
    due.cancel();
    const left = Math.min(Math.max(0, due.at - this.now()), longestTimer);
    due.cancel = this.machine.after(left, () => (due.at <= this.now() ? this.call(due) : this.arm(due)));
  }

  private call(due: Due): void {
    if (!this.due.has(due)) return;
    this.drop(due);
    due.call();
  }

  private drop(due: Due): void {
    due.cancel();
    this.due.delete(due);
  }
}
