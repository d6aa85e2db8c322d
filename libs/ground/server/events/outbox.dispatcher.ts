import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { atMost, systemClock } from '@plenary/ground/kernel';
import { Metrics } from '../metrics/metrics.js';
import { EventListeners } from './event-listeners.js';
import { recordedEvent } from './event-row.js';
import { Lanes } from './lanes.js';
import { OutboxStore, takenAtOnce, type TakenEvent } from './outbox-store.js';

/** All in milliseconds. How often is looked for what a poke did not bring: other processes, retries. */
const sweepEvery = 1_000;
/** How often is said that this process is still at what it took. */
const holdEvery = 10_000;
/** A listener that has not finished by then has failed at this attempt, whatever it does later. */
const deadline = 10_000;
const passedAfter = 1_000;
const slowestEnd = 5_000;
/** Subjects whose events are told at once: listeners share the database with everybody else. */
const atOnce = 4;
/** Events that this process takes before the earlier ones are told. */
const mostTaken = 200;

/**
 * Carries events from the outbox to their listeners, after the commit, at least once, in the order of each subject.
 * Nobody is told within a transaction, and a listener that hangs or fails holds up its own subject alone, and that not
 * for ever: what fails at every attempt is left to people, and the later events go on.
 */
@Injectable()
export class OutboxDispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('outbox');
  private readonly lanes = new Lanes(atOnce, passedAfter);
  private readonly taken = new Set<string>();
  private readonly working = new Set<Promise<void>>();
  private timers: NodeJS.Timeout[] = [];
  private taking: Promise<void> | null = null;
  private again = false;
  /** There may be some that had to wait for those that are being told. */
  private more = false;
  private stopped = false;

  constructor(
    private readonly store: OutboxStore,
    private readonly listeners: EventListeners,
    metrics: Metrics,
  ) {
    const figures = {
      waiting: 'Events that listeners have not been told yet',
      dead: 'Events that a listener failed at, every time',
    };
    metrics.watch('plenary_outbox', figures, () => store.counts());
  }

  onApplicationBootstrap(): void {
    this.timers = [
      setInterval(() => this.poke(), sweepEvery),
      setInterval(() => void this.store.hold([...this.taken]).catch(() => undefined), holdEvery),
    ];
    this.timers.forEach((timer) => timer.unref());
    this.poke();
  }

  /** Before the connections to the database are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.timers.forEach((timer) => clearInterval(timer));
    await this.taking;
    await atMost(systemClock, slowestEnd, Promise.all(this.working));
    await this.store.giveBack([...this.taken]).catch(() => undefined);
  }

  /** Something was committed: deliver soon. Never throws, never waits. */
  poke(): void {
    if (this.stopped) return;
    this.more = this.working.size > 0;
    if (this.taking) {
      this.again = true;
      return;
    }
    this.taking = this.take().finally(() => {
      this.taking = null;
      if (!this.again) return;
      this.again = false;
      this.poke();
    });
  }

  private async take(): Promise<void> {
    if (this.taken.size >= mostTaken) return;
    try {
      const rows = await this.store.take();
      for (const events of bySubject(rows)) this.begin(events);
      if (rows.length === takenAtOnce) this.more = true;
    } catch (reason) {
      // The rows are still in the outbox; the next sweep takes them up again.
      this.log.warn({ code: 'outbox.waiting', kind: (reason as Error).name });
    }
  }

  private begin(events: readonly TakenEvent[]): void {
    events.forEach(({ id }) => this.taken.add(id));
    const work = this.lanes
      .run(() => this.tellInOrder(events))
      .catch((reason: unknown) => {
        // Told or not: the lease runs out, and they are told again.
        this.log.warn({ code: 'outbox.waiting', kind: (reason as Error).name });
      });
    this.working.add(work);
    void work.finally(() => {
      this.working.delete(work);
      events.forEach(({ id }) => this.taken.delete(id));
      if (!this.more) return;
      this.more = false;
      this.poke();
    });
  }

  /** Events of one subject. After one that failed, the others wait until it was told again. */
  private async tellInOrder(events: readonly TakenEvent[]): Promise<void> {
    for (const [place, event] of events.entries()) {
      const reason = this.stopped ? null : await this.tell(event);
      if (reason === undefined) {
        await this.store.done(event.id);
        this.taken.delete(event.id);
        continue;
      }
      if (reason !== null) await this.store.failed(event.id, reason);
      const rest = events.slice(reason === null ? place : place + 1);
      return this.store.giveBack(rest.map(({ id }) => id));
    }
  }

  /** The kind of error with which a listener failed; undefined when all have heard. */
  private async tell(row: TakenEvent): Promise<string | undefined> {
    try {
      await this.listeners.tellOnce(recordedEvent(row), deadline);
      return undefined;
    } catch (reason) {
      const kind = (reason as Error).name;
      this.log.error({ code: 'outbox.listener-failed', event: row.name, attempt: row.attempts + 1, kind });
      return kind;
    }
  }
}

function bySubject(rows: readonly TakenEvent[]): Iterable<readonly TakenEvent[]> {
  const found = new Map<string, TakenEvent[]>();
  for (const row of rows) {
    const subject = `${row.subject_kind}:${row.subject_id}`;
    found.set(subject, [...(found.get(subject) ?? []), row]);
  }
  return found.values();
}
