import { Injectable } from '@nestjs/common';
import { inTime, systemClock, type RecordedEvent } from '@plenary/ground/kernel';
import { MarkedMethods } from '../marked-methods.js';
import { onEventEverywhereKey, onEventKey } from './on-event.js';

type Listener = (event: RecordedEvent) => unknown;

/** Who is told: the one process whose turn it is, or each of them. */
export type Circle = 'once' | 'everywhere';
const keys: Record<Circle, string> = { once: onEventKey, everywhere: onEventEverywhereKey };

/** All methods marked with `@OnEvent` or `@OnEventEverywhere`, found once. */
@Injectable()
export class EventListeners {
  private readonly found = new Map<Circle, Map<string, Listener[]>>();

  constructor(private readonly marked: MarkedMethods) {}

  /**
   * Tells every listener `everywhere`, one after the other, also those after one that failed: whoever closes doors must
   * not wait for another's repair. Throws what failed first, so that the event is told again.
   */
  async tellEverywhere(event: RecordedEvent): Promise<void> {
    const failures: unknown[] = [];
    for (const listener of this.of(event, 'everywhere')) {
      try {
        await listener(event);
      } catch (reason) {
        failures.push(reason);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  /**
   * Tells every listener `once`, beside each other, so that one that hangs keeps no other from hearing. Throws what
   * failed first, `TooLate` where somebody has not finished within so many milliseconds.
   */
  async tellOnce(event: RecordedEvent, within: number): Promise<void> {
    const told = this.of(event, 'once').map(async (listener) => listener(event));
    const results = await Promise.allSettled(
      told.map((each) => inTime(systemClock, within, each, () => new TooLate())),
    );
    const failed = results.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private of(event: RecordedEvent, circle: Circle): readonly Listener[] {
    const found = this.found.get(circle) ?? this.find(circle);
    return [...(found.get(event.name) ?? []), ...(found.get('*') ?? [])];
  }

  private find(circle: Circle): Map<string, Listener[]> {
    const byName = new Map<string, Listener[]>();
    for (const { mark, call } of this.marked.with<string[], Listener>(keys[circle])) {
      for (const name of mark) byName.set(name, [...(byName.get(name) ?? []), call]);
    }
    this.found.set(circle, byName);
    return byName;
  }
}

/** A listener that was not waited for any longer. */
class TooLate extends Error {
  override readonly name = 'TooLate';
}
