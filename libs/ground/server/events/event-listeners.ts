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

  /** Tells every listener of the event; throws when one of them failed, so that it is told again. */
  async tell(event: RecordedEvent): Promise<void> {
    this.found ??= this.find();
    for (const listener of [...(this.found.get(event.name) ?? []), ...(this.found.get('*') ?? [])]) {
      await listener(event);
    }
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
