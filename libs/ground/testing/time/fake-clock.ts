import { Clock, type Stopwatch } from '@plenary/ground/kernel';

interface Due {
  readonly at: number;
  readonly call: () => void;
}

/** Time that passes when a test says so. */
export class FakeClock extends Clock implements Stopwatch {
  private time = 1_000_000;
  private due: Due[] = [];

  now(): number {
    return this.time;
  }

  elapsed(): number {
    return this.time;
  }

  after(milliseconds: number, call: () => void): () => void {
    const due = { at: this.time + milliseconds, call };
    this.due.push(due);
    return () => void (this.due = this.due.filter((each) => each !== due));
  }

  /** Lets time pass; whatever falls due is called in order, at its own instant. */
  advance(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (let next = this.nextBefore(end); next; next = this.nextBefore(end)) {
      this.time = next.at;
      this.due = this.due.filter((each) => each !== next);
      next.call();
    }
    this.time = end;
  }

  private nextBefore(end: number): Due | undefined {
    return this.due.filter((each) => each.at <= end).sort((one, other) => one.at - other.at)[0];
  }
}
