import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { Clock, systemClock } from '@plenary/ground/kernel';
import { CollabService } from './collab.service.js';
import { laggingAtOnce, ProjectionStore } from './projection-store.js';
import type { Projection } from './projection.js';

/** All in milliseconds. After the first commit in a while, so that whoever shows what is derived sees it within a second. */
const makeAfter = 300;
/** A text that is written in is read at most so often. */
const makeEvery = 2_000;
/** A long text is read so seldom that it takes at most a hundredth of the time. */
const restPerWork = 100;
/** After failures the next commit asks again later and later. */
const longestRest = 300_000;
/** What lags since so long nobody is at work on: its process was killed, or it failed. */
const lagging = 60_000;
const sweepEvery = 30_000;
const firstSweep = 2_000;
/** Between two texts of a sweep, so that a house of thousands does not come into memory at once. */
const sweepPause = 200;
/** Paces that are remembered. */
const mostPaces = 10_000;

/**
 * What rooms derive from texts (word counts, later search and anchors). It is made soon after commits, and lags rather
 * than hold up a writer; a table remembers up to where, so that what a crash or a fault left out is made later, by
 * whichever process comes to it.
 */
@Injectable()
export class Projections implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('projections');
  private readonly registered = new Map<string, Projection[]>();
  private readonly due = new Map<string, () => void>();
  /** Until when a text rests that was read, and for how long. */
  private readonly paces = new Map<string, { readonly rest: number; readonly until: number }>();
  private readonly working = new Set<Promise<unknown>>();
  private cancelSweep: () => void = () => undefined;
  private stopped = false;

  constructor(
    private readonly collab: CollabService,
    private readonly store: ProjectionStore,
    private readonly clock: Clock,
  ) {}

  register<Derived>(projection: Projection<Derived>): void {
    const ofKind = this.registered.get(projection.kind) ?? [];
    this.registered.set(projection.kind, [...ofKind, projection as Projection]);
  }

  onModuleInit(): void {
    this.collab.onCommitted((document) => this.soon(document));
  }

  onApplicationBootstrap(): void {
    // What lags now lags because nobody was there to make it.
    this.sweepAfter(firstSweep, 0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.cancelSweep();
    for (const cancel of this.due.values()) cancel();
    this.due.clear();
    await Promise.all(this.working);
  }

  /** Makes everything that lags for longer than `behind` milliseconds. Never throws. */
  async catchUp(behind = 0): Promise<void> {
    const since = this.clock.now() - behind;
    for (const projection of [...this.registered.values()].flat()) {
      try {
        let found: readonly string[] = [''];
        do {
          found = await this.store.lagging(projection, found.at(-1)!, since);
          for (const document of found) {
            if (this.stopped) return;
            await this.make(projection, document);
            await new Promise<void>((go) => systemClock.after(sweepPause, go));
          }
        } while (found.length === laggingAtOnce);
      } catch (reason) {
        this.log.warn({ code: 'projections.waiting', kind: (reason as Error).name });
      }
    }
  }

  /** Also for a text that has just begun: its first row is no commit of the engine's. */
  soon(document: string): void {
    const projections = this.of(document);
    if (projections.length === 0 || this.stopped || this.due.has(document)) return;
    const rested = (this.paces.get(document)?.until ?? 0) - systemClock.now();
    const cancel = systemClock.after(Math.max(makeAfter, rested), () => {
      this.due.delete(document);
      this.track(this.makeAll(projections, document));
    });
    this.due.set(document, cancel);
  }

  private async makeAll(projections: readonly Projection[], document: string): Promise<void> {
    const before = this.paces.get(document)?.rest ?? makeEvery;
    const begun = systemClock.now();
    let made = true;
    for (const projection of projections) made = (await this.make(projection, document)) && made;
    const worked = restPerWork * (systemClock.now() - begun);
    const rest = made ? Math.max(makeEvery, worked) : Math.min(longestRest, before * 2);
    if (this.paces.size >= mostPaces) this.paces.clear();
    this.paces.set(document, { rest, until: systemClock.now() + rest });
    // Tried again without waiting for somebody to write.
    if (!made) this.soon(document);
  }

  /** False when it failed; it is tried again. The text itself is safe whatever happens here. */
  private async make(projection: Projection, document: string): Promise<boolean> {
    try {
      const { seq, derived } = await this.collab.read(document, (text, at) => ({
        seq: at,
        derived: projection.derive(text),
      }));
      if (await this.store.keep(projection, { document, seq }, derived)) projection.afterKept?.(document);
      return true;
    } catch (reason) {
      const { name } = projection;
      this.log.error({ code: 'projection.failed', projection: name, kind: (reason as Error).name });
      // When the database is away, this is so, too: the sweep comes anyway.
      await this.store.failed(projection, document).catch(() => undefined);
      return false;
    }
  }

  private sweepAfter(wait: number, behind: number): void {
    if (this.stopped) return;
    this.cancelSweep = systemClock.after(wait, () => {
      this.track(this.catchUp(behind).then(() => this.sweepAfter(sweepEvery, lagging)));
    });
  }

  private track(work: Promise<unknown>): void {
    this.working.add(work);
    void work.finally(() => this.working.delete(work));
  }

  private of(document: string): readonly Projection[] {
    return this.registered.get(document.slice(0, document.indexOf(':'))) ?? [];
  }
}
