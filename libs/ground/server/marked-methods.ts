import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

export interface MarkedMethod<Mark, Call> {
  /** What its decorator wrote down. */
  readonly mark: Mark;
  /** The method, bound to its provider. */
  readonly call: Call;
}

/** Methods of all rooms' providers that a decorator marked, such as `@OnEvent` and `@Job`. Walks over every provider. */
@Injectable()
export class MarkedMethods {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  with<Mark, Call extends (...given: never[]) => unknown>(key: string): MarkedMethod<Mark, Call>[] {
    const found: MarkedMethod<Mark, Call>[] = [];
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
        const call = (instance as Record<string, Call>)[method]!;
        const mark = this.reflector.get<Mark | undefined>(key, call);
        if (mark !== undefined) found.push({ mark, call: call.bind(instance) as Call });
      }
    }
    return found;
  }
}
