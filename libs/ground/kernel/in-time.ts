import type { Clock } from './clock.js';

type Timer = Pick<Clock, 'after'>;

/** Waits until the work is over, however it ended, and not longer than so many milliseconds. Never throws. */
export function atMost(timer: Timer, milliseconds: number, work: Promise<unknown>): Promise<void> {
  return new Promise((done) => {
    const cancel = timer.after(milliseconds, done);
    const over = () => {
      cancel();
      done();
    };
    work.then(over, over);
  });
}

/** What the work answers, or the error of `late` when that takes longer than so many milliseconds. */
export function inTime<Answer>(
  timer: Timer,
  milliseconds: number,
  work: Promise<Answer>,
  late: () => Error,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const cancel = timer.after(milliseconds, () => reject(late()));
    work.then(resolve, reject).finally(cancel);
  });
}
