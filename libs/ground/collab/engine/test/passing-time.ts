import { FakeClock } from '@plenary/ground/testing/time';

/** Milliseconds of one step: shorter than anything that an engine waits for. */
const step = 5;

/** Time that passes when a spec says so, and while it waits for something: the machine's own plays no part. */
export class PassingTime {
  readonly clock = new FakeClock();

  /** One turn of the loop: what is due is done, and no time passes. */
  turn(): Promise<void> {
    return new Promise((next) => setImmediate(next));
  }

  /** Milliseconds go by, and what is to be done in them is done. */
  async passes(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += step) {
      this.clock.advance(step);
      await this.turn();
    }
  }

  /** Time goes by until this is done. */
  async settled<Answer>(work: Promise<Answer>): Promise<Answer> {
    let open = true;
    const done = () => void (open = false);
    work.then(done, done);
    while (open) await this.passes(step);
    return work;
  }
}
