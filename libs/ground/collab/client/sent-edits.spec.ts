import { FakeClock } from '@plenary/ground/testing/time';
import type { Waiting } from './outbox.js';
import { SentEdits } from './sent-edits.js';

const edit = (order: number): Waiting => ({
  ...{ order, update: new Uint8Array(), at: 0, from: 0, key: order, sent: true },
});

describe('what the device notes as sent', () => {
  let clock: FakeClock;
  let notes: number[][];
  let sent: SentEdits;
  beforeEach(() => {
    clock = new FakeClock();
    notes = [];
    sent = new SentEdits(clock, async (edits) => void notes.push(edits.map(({ order }) => order)));
  });

  it('is noted once for all that was typed without a pause', () => {
    for (let key = 1; key <= 6; key++) {
      sent.add([edit(key)]);
      clock.advance(150);
    }
    expect(notes).toEqual([]);
    clock.advance(250);
    expect(notes).toEqual([[1, 2, 3, 4, 5, 6]]);
  });

  it('is noted every two seconds of who never pauses', () => {
    for (let key = 1; key <= 40; key++) {
      sent.add([edit(key)]);
      clock.advance(100);
    }
    expect(notes.length).toBe(2);
    expect(notes.flat()).toEqual(Array.from({ length: notes.flat().length }, (_, at) => at + 1));
  });

  it('is noted at once when the copy is left, and not again', async () => {
    sent.add([edit(1)]);
    await sent.note();
    expect(notes).toEqual([[1]]);
    clock.advance(5_000);
    await sent.note();
    expect(notes).toEqual([[1]]);
  });
});
