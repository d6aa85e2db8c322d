import cluster from 'node:cluster';
import { SettableClock, systemClock, type Clock } from '@plenary/ground/kernel';
import type { AppConfig } from '@plenary/ground/server';

/** What the program that started Plenary says to set its time forward; milliseconds. */
interface SetForward {
  readonly forward: number;
}

const isSetForward = (message: unknown): message is SetForward =>
  typeof (message as Partial<SetForward> | null)?.forward === 'number';

/** The machine's time, or, for journeys, one that whoever started this process sets forward (CLOCK=settable). */
export function clockOf(config: AppConfig): Clock {
  if (config.clock === 'machine') return systemClock;
  const clock = new SettableClock(systemClock);
  process.on('message', (message) => {
    if (!isSetForward(message)) return;
    clock.forward(message.forward);
    process.send?.({ now: clock.now() });
  });
  return clock;
}

/** Several processes live in one time: what their leader is told, all are. */
export function passOnTime(config: AppConfig): void {
  if (config.clock === 'machine') return;
  process.on('message', (message) => {
    if (!isSetForward(message)) return;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.send(message);
  });
}
