import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '@plenary/ground/kernel';
import { DataSource, type EntityManager } from 'typeorm';

/** What a room forgets when its time is over. */
export interface RetentionRule {
  /** For the log. */
  readonly what: string;
  /** Runs in a transaction of its own, in one process, again and again. */
  forget(tx: EntityManager, now: Date): Promise<unknown>;
}

/** Milliseconds. */
const sweepEvery = 3_600_000;
const firstAfter = 120_000;

/** A second arrival of a command comes within hours, not days. */
const own: readonly RetentionRule[] = [
  {
    what: 'receipts of commands',
    forget: (tx, now) =>
      tx.query(`DELETE FROM command_receipt WHERE at < $1::timestamptz - interval '7 days'`, [now]),
  },
  {
    what: 'attempts that count no more',
    forget: (tx) => tx.query(`DELETE FROM attempt WHERE expire < extract(epoch FROM now()) * 1000`),
  },
  {
    what: 'letters that were sent',
    forget: (tx, now) =>
      tx.query(`DELETE FROM mail WHERE sent_at < $1::timestamptz - interval '30 days'`, [now]),
  },
  {
    what: 'letters that came back',
    forget: (tx, now) =>
      tx.query(`DELETE FROM mail WHERE refused_at < $1::timestamptz - interval '90 days'`, [now]),
  },
];

/**
 * An installation runs for years, and what is kept can be taken away: what nobody needs any more is forgotten. Rooms add
 * what they forget.
 */
@Injectable()
export class Retention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('retention');
  private readonly rules: RetentionRule[] = [...own];
  private timers: NodeJS.Timeout[] = [];
  private running: Promise<void> | null = null;

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  add(rule: RetentionRule): void {
    this.rules.push(rule);
  }

  onApplicationBootstrap(): void {
    this.timers = [
      setTimeout(() => void this.sweep(), firstAfter),
      setInterval(() => void this.sweep(), sweepEvery),
    ];
    for (const timer of this.timers) timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    await this.running;
  }

  /** Never throws: what could not be forgotten is tried again at the next sweep. */
  sweep(): Promise<void> {
    this.running ??= this.apply().finally(() => (this.running = null));
    return this.running;
  }

  private async apply(): Promise<void> {
    for (const { what, forget } of this.rules) {
      try {
        await this.database.transaction(async (tx) => {
          const [lock] = await tx.query(
            `SELECT pg_try_advisory_xact_lock(hashtext('retention'), hashtext(current_schema())) AS mine`,
          );
          // Another process is at it.
          if (lock.mine) await forget(tx, new Date(this.clock.now()));
        });
      } catch (reason) {
        this.log.warn({ code: 'retention.failed', what, kind: (reason as Error).name });
      }
    }
  }
}
