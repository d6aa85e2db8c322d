import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { RecordedEvent } from '@plenary/ground/kernel';
import { onEventKey } from './on-event.js';

type Listener = (event: RecordedEvent) => unknown;

/** All methods marked with `@OnEvent`, found once. */
@Injectable()
export class EventListeners {
  private found: Map<string, Listener[]> | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /**
   * Tells every listener of the event, also those after one that failed: whoever closes doors must not wait for
   * another's repair. Throws what failed first, so that the event is told again.
   */
  async tell(event: RecordedEvent): Promise<void> {
    this.found ??= this.find();
    const failures: unknown[] = [];
    for (const listener of [...(this.found.get(event.name) ?? []), ...(this.found.get('*') ?? [])]) {
      try {
        await listener(event);
      } catch (reason) {
        failures.push(reason);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  private find(): Map<string, Listener[]> {
    const byName = new Map<string, Listener[]>();
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
        const call = (instance as Record<string, Listener>)[method]!;
        for (const name of this.reflector.get<string[] | undefined>(onEventKey, call) ?? []) {
          byName.set(name, [...(byName.get(name) ?? []), call.bind(instance)]);
        }
      }
    }
    return byName;
  }
}
