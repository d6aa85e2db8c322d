import { FakeClock } from '@plenary/ground/testing/time';
import { SettableClock } from './settable-clock.js';

const day = 86_400_000;

describe('a clock that is set forward', () => {
  it('runs as the machine’s, ahead of it by as much as it was set', () => {
    const machine = new FakeClock();
    const clock = new SettableClock(machine);
    expect(clock.now()).toBe(machine.now());
    clock.forward(day);
    machine.advance(1_000);
    expect(clock.now()).toBe(machine.now() + day);
    clock.forward(-day);
    expect(clock.now()).toBe(machine.now() + day);
  });

  it('calls what falls due on the way, each once and in its order, before anybody hears that it was set', () => {
    const clock = new SettableClock(new FakeClock());
    const heard: string[] = [];
    clock.after(2_000, () => heard.push('second'));
    clock.after(1_000, () => heard.push('first'));
    clock.after(3 * day, () => heard.push('much later'));
    clock.after(500, () => heard.push('taken back'))();
    clock.onSet(() => heard.push('set'));
    clock.forward(day);
    expect(heard).toEqual(['first', 'second', 'set']);
    clock.forward(3 * day);
    expect(heard).toEqual(['first', 'second', 'set', 'much later', 'set']);
  });

  it('keeps what was set for later as the time runs on, also beyond what a timer can hold', () => {
    const machine = new FakeClock();
    const clock = new SettableClock(machine);
    let called = 0;
    clock.after(60 * day, () => called++);
    clock.forward(10 * day);
    machine.advance(49 * day);
    expect(called).toBe(0);
    machine.advance(day);
    expect(called).toBe(1);
  });
});
