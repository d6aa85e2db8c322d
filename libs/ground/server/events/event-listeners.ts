import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { RecordedEvent } from '@plenary/ground/kernel';
import { onEventEverywhereKey, onEventKey } from './on-event.js';

type Listener = (event: RecordedEvent) => unknown;

/** Who is told: the one process whose turn it is, or each of them. */
export type Circle = 'once' | 'everywhere';
const keys: Record<Circle, string> = { once: onEventKey, everywhere: onEventEverywhereKey };

/** All methods marked with `@OnEvent` or `@OnEventEverywhere`, found once. */
@Injectable()
export class EventListeners {
  private readonly found = new Map<Circle, Map<string, Listener[]>>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /**
   * Tells every listener of the event, also those after one that failed: whoever closes doors must not wait for
   * another's repair. Throws what failed first, so that the event is told again.
   */
  async tell(event: RecordedEvent, circle: Circle): Promise<void> {
    const found = this.found.get(circle) ?? this.find(circle);
    const failures: unknown[] = [];
    for (const listener of [...(found.get(event.name) ?? []), ...(found.get('*') ?? [])]) {
      try {
        await listener(event);
      } catch (reason) {
        failures.push(reason);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  private find(circle: Circle): Map<string, Listener[]> {
    const byName = new Map<string, Listener[]>();
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
        const call = (instance as Record<string, Listener>)[method]!;
        for (const name of this.reflector.get<string[] | undefined>(keys[circle], call) ?? []) {
          byName.set(name, [...(byName.get(name) ?? []), call.bind(instance)]);
        }
      }
    }
    this.found.set(circle, byName);
    return byName;
  }
}
