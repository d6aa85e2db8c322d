import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { atMost, systemClock, type RecordedEvent } from '@plenary/ground/kernel';
import { Processes } from '../processes/processes.js';
import { EventListeners } from './event-listeners.js';
import { recordedEvent, type EventRow } from './event-row.js';

/** Numbers are given before the commit, so that a lower one may appear later; it is waited for. Milliseconds. */
const waitForGap = 60_000;
const mostGaps = 2_000;
const batch = 500;
/** How often the log is looked at when nobody pokes: another process' poke may be lost with Redis. Milliseconds. */
const sweepEvery = 1_000;
/** What a listener fails at is tried again at every sweep for so long. Milliseconds. */
const tryFor = 300_000;
/** A change is answered when this process' listeners have heard of it, or after so long. Milliseconds. */
const heardWithin = 1_000;
/** Channel on which processes tell each other that there is news. */
const channel = 'news';

/**
 * Follows the event log and tells this process's own listeners (`@OnEventEverywhere`). The log is the truth; pokes,
 * by a commit of this process or through Redis by one of another, only make it quick (SYNC-20, SYNC-31).
 */
@Injectable()
export class EventTail implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('events');
  /** The highest number told. */
  private last = 0;
  /** Lower numbers that were not there yet, and until when they are waited for. */
  private readonly gaps = new Map<number, number>();
  private readonly failed = new Map<RecordedEvent, number>();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  /** The reading after the one that runs; whoever comes meanwhile shares it. */
  private next: Promise<void> | null = null;
  private ready = false;
  private stopped = false;

  constructor(
    private readonly database: DataSource,
    private readonly listeners: EventListeners,
    private readonly processes: Processes,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const recent: { id: string }[] = await this.database.query(
      `SELECT id FROM event_log ORDER BY id DESC LIMIT ${mostGaps}`,
    );
    const there = recent.map(({ id }) => Number(id)).reverse();
    if (there.length > 0) this.last = there[0]! - 1;
    there.forEach((id) => this.passOver(id));
    this.ready = true;
    await this.processes.listen(channel, () => void this.read());
    this.timer = setInterval(() => void this.read(), sweepEvery);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /**
   * Something was committed here: it is told, here and elsewhere.
   *
   * @returns when this process' listeners have heard it, so that whoever changed a thing and asks again meets nobody who
   *   remembers how it was; after `heardWithin` in any case. Never throws.
   */
  async poke(): Promise<void> {
    const heard = this.read();
    this.processes.tell(channel, new Uint8Array(0));
    await atMost(systemClock, heardWithin, heard);
  }

  /** Done when all that was committed before the call was told. */
  private read(): Promise<void> {
    if (this.stopped || !this.ready) return Promise.resolve();
    if (this.running) {
      this.next ??= this.running.then(() => {
        this.next = null;
        return this.read();
      });
      return this.next;
    }
    this.running = this.follow().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async follow(): Promise<void> {
    try {
      for (const [event, until] of [...this.failed]) {
        this.failed.delete(event);
        await this.tell(event, until);
      }
      let rows: EventRow[];
      do {
        rows = await this.database.query(
          `SELECT * FROM event_log WHERE id > $1 OR id = ANY($2::bigint[]) ORDER BY id LIMIT ${batch}`,
          [this.last, this.openGaps()],
        );
        for (const row of rows) {
          this.passOver(Number(row.id));
          await this.tell(recordedEvent(row), systemClock.now() + tryFor);
        }
      } while (rows.length === batch && !this.stopped);
    } catch (reason) {
      // The events are in the log; the next sweep reads them.
      this.log.warn({ code: 'events.waiting', kind: (reason as Error).name });
    }
  }

  private async tell(event: RecordedEvent, until: number): Promise<void> {
    try {
      await this.listeners.tellEverywhere(event);
    } catch (reason) {
      this.log.error({ code: 'events.listener-failed', event: event.name, kind: (reason as Error).name });
      if (systemClock.now() < until) this.failed.set(event, until);
    }
  }

  private passOver(id: number): void {
    this.gaps.delete(id);
    for (let missing = Math.max(this.last + 1, id - mostGaps); missing < id; missing++) {
      this.gaps.set(missing, systemClock.now() + waitForGap);
    }
    this.last = Math.max(this.last, id);
  }

  private openGaps(): number[] {
    const now = systemClock.now();
    for (const [id, until] of this.gaps) if (until < now) this.gaps.delete(id);
    return [...this.gaps.keys()];
  }
}
