import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@plenary/ground/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { Job } from '../jobs/on-job.js';

/** What a room forgets when its time is over. */
export interface RetentionRule {
  /** For the log. */
  readonly what: string;
  /** Runs in a transaction of its own, in one process, again and again; `now` is the clock's. */
  forget(tx: EntityManager, now: Date): Promise<unknown>;
}

/** Milliseconds. */
const sweepEvery = 3_600_000;

/** A second arrival of a command comes within hours, not days. */
const own: readonly RetentionRule[] = [
  {
    what: 'receipts of commands',
    forget: (tx, now) =>
      tx.query(`DELETE FROM command_receipt WHERE at < $1::timestamptz - interval '7 days'`, [now]),
  },
  {
    what: 'attempts that count no more',
    forget: (tx, now) => tx.query('DELETE FROM attempt WHERE expire < $1', [now.getTime()]),
  },
  {
    what: 'e-mails that were sent',
    forget: (tx, now) =>
      tx.query(`DELETE FROM mail WHERE sent_at < $1::timestamptz - interval '30 days'`, [now]),
  },
  {
    what: 'e-mails that came back',
    forget: (tx, now) =>
      tx.query(`DELETE FROM mail WHERE refused_at < $1::timestamptz - interval '90 days'`, [now]),
  },
];

/**
 * An installation runs for years, and what is kept can be taken away: what nobody needs any more is forgotten, once an
 * hour. Rooms add what they forget.
 */
@Injectable()
export class Retention {
  private readonly log = new Logger('retention');
  private readonly rules: RetentionRule[] = [...own];

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  add(rule: RetentionRule): void {
    this.rules.push(rule);
  }

  /** Each rule by itself, whatever another does. Throws at the end if one failed, so that the job is tried again. */
  @Job('retention.sweep', { every: sweepEvery })
  async sweep(): Promise<void> {
    let failed: unknown = null;
    for (const { what, forget } of this.rules) {
      try {
        await this.database.transaction((tx) => forget(tx, new Date(this.clock.now())));
      } catch (reason) {
        failed = reason;
        this.log.warn({ code: 'retention.failed', what, kind: (reason as Error).name });
      }
    }
    if (failed !== null) throw failed;
  }
}
