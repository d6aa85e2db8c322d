import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { EventListeners } from './event-listeners.js';
import { recordedEvent, type EventRow } from './event-row.js';

const batch = 50;
/** One process delivers at a time, or two would tell a subject's events out of order. Any number of our own. */
const outboxLock = 762_836_280;
/** How often the outbox is looked through for what a poke did not bring: other processes, retries. Milliseconds. */
const sweepEvery = 1_000;
/** A listener that fails is asked again after 1, 2, 4 … at most 300 seconds. */
const longestWait = 300;

interface DueRow extends EventRow {
  attempts: number;
}

/** Carries events from the outbox to their listeners, after the commit, at least once. */
@Injectable()
export class OutboxDispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('outbox');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    private readonly database: DataSource,
    private readonly listeners: EventListeners,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.poke(), sweepEvery);
    this.timer.unref();
    this.poke();
  }

  /** Before the connections to the database are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Something was committed: deliver soon. Never throws, never waits. */
  poke(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.drain().finally(() => {
      this.running = null;
      if (this.again) {
        this.again = false;
        this.poke();
      }
    });
  }

  private async drain(): Promise<void> {
    try {
      let delivered = batch;
      while (delivered === batch && !this.stopped) {
        delivered = await this.database.transaction((manager) => this.deliver(manager));
      }
    } catch (reason) {
      // The rows are still in the outbox; the next sweep takes them up again.
      this.log.warn({ code: 'outbox.waiting', kind: (reason as Error).name });
    }
  }

  private async deliver(manager: EntityManager): Promise<number> {
    const [lock] = await manager.query(
      'SELECT pg_try_advisory_xact_lock($1, hashtext(current_schema())) AS mine',
      [outboxLock],
    );
    if (!lock.mine) return 0;
    // An event whose subject has an earlier one waiting to be told again waits behind it, so that order is kept.
    const due: DueRow[] = await manager.query(
      `SELECT e.*, o.attempts FROM outbox o JOIN event_log e ON e.id = o.event_id
       WHERE o.due_at <= now() AND NOT EXISTS (
         SELECT 1 FROM outbox earlier JOIN event_log ee ON ee.id = earlier.event_id
         WHERE earlier.event_id < o.event_id AND earlier.due_at > now()
           AND ee.subject_kind = e.subject_kind AND ee.subject_id = e.subject_id)
       ORDER BY o.event_id LIMIT ${batch}`,
    );
    const failed = new Set<string>();
    for (const row of due) {
      const subject = `${row.subject_kind}:${row.subject_id}`;
      if (failed.has(subject)) continue;
      if (await this.tell(row)) {
        await manager.query('DELETE FROM outbox WHERE event_id = $1', [row.id]);
      } else {
        failed.add(subject);
        await manager.query(
          `UPDATE outbox SET attempts = attempts + 1,
             due_at = now() + make_interval(secs => least(${longestWait}, power(2, attempts)))
           WHERE event_id = $1`,
          [row.id],
        );
      }
    }
    return due.length;
  }

  private async tell(row: DueRow): Promise<boolean> {
    try {
      await this.listeners.tell(recordedEvent(row), 'once');
      return true;
    } catch (reason) {
      this.log.error({ code: 'outbox.listener-failed', event: row.name, kind: (reason as Error).name });
      return false;
    }
  }
}
