import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@plenary/ground/kernel';
import type { EventRow } from './event-row.js';

/** Events that one process takes at once. */
export const takenAtOnce = 50;
/** One process takes at a time, or two would take events of one subject. Any number of our own. */
const outboxLock = 762_836_280;
/** Milliseconds. */
const leaseFor = 30_000;
/** A listener that fails is asked again after 1, 2, 4 … at most 300 seconds, and twelve times in all: 18 minutes. */
const longestWait = 300;
const mostAttempts = 12;
/** Dead events that are shown. */
const shown = 50;

export interface TakenEvent extends EventRow {
  readonly attempts: number;
}

/** An event that some listener failed at, every time. */
export interface DeadEvent {
  readonly id: string;
  readonly name: string;
  readonly attempts: number;
  readonly reason: string | null;
  readonly deadAt: Date;
}

/**
 * Those that are due and that nobody is at, the oldest first. An event of whose subject an earlier one is being told
 * elsewhere, or waits to be told again, waits behind it, so that order is kept; not behind a dead one.
 */
const takeText = `
  WITH due AS (
    SELECT o.event_id FROM outbox o JOIN event_log e ON e.id = o.event_id
    WHERE o.dead_at IS NULL AND o.due_at <= $1 AND (o.leased_until IS NULL OR o.leased_until <= $1)
      AND NOT EXISTS (
        SELECT FROM outbox earlier JOIN event_log ee ON ee.id = earlier.event_id
        WHERE earlier.event_id < o.event_id AND earlier.dead_at IS NULL
          AND (earlier.due_at > $1 OR earlier.leased_until > $1)
          AND ee.subject_kind = e.subject_kind AND ee.subject_id = e.subject_id)
    ORDER BY o.event_id LIMIT ${takenAtOnce}
  ), taken AS (
    UPDATE outbox o SET leased_until = $2 FROM due WHERE o.event_id = due.event_id
    RETURNING o.event_id, o.attempts
  )
  SELECT e.*, taken.attempts FROM taken JOIN event_log e ON e.id = taken.event_id ORDER BY e.id`;

const failedText = `
  UPDATE outbox SET attempts = attempts + 1, reason = $2, leased_until = NULL,
    due_at = $3::timestamptz + make_interval(secs => least(${longestWait}, power(2, attempts))),
    dead_at = CASE WHEN attempts + 1 >= ${mostAttempts} THEN $3::timestamptz END
  WHERE event_id = $1`;

/** The outbox's rows: who is at what, what failed, what failed for good. */
@Injectable()
export class OutboxStore {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Takes what is due, in a transaction that is over before anybody is told. */
  take(): Promise<readonly TakenEvent[]> {
    return this.database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1, hashtext(current_schema()))', [outboxLock]);
      return tx.query(takeText, [this.at(), this.at(leaseFor)]) as Promise<TakenEvent[]>;
    });
  }

  async done(id: string): Promise<void> {
    await this.database.query('DELETE FROM outbox WHERE event_id = $1', [id]);
  }

  async failed(id: string, reason: string): Promise<void> {
    await this.database.query(failedText, [id, reason, this.at()]);
  }

  /** Still at it: nobody else takes them. */
  async hold(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.query('UPDATE outbox SET leased_until = $2 WHERE event_id = ANY($1)', [
      ids,
      this.at(leaseFor),
    ]);
  }

  /** Not told here after all. */
  async giveBack(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.query('UPDATE outbox SET leased_until = NULL WHERE event_id = ANY($1)', [ids]);
  }

  /** How many wait to be told, and how many failed for good. */
  async counts(): Promise<{ readonly waiting: number; readonly dead: number }> {
    const [row] = await this.database.query(
      `SELECT count(*) FILTER (WHERE dead_at IS NULL)::int AS waiting, count(dead_at)::int AS dead FROM outbox`,
    );
    return row as { waiting: number; dead: number };
  }

  /** Those that failed for good, the newest first. */
  listDead(): Promise<readonly DeadEvent[]> {
    return this.database.query(
      `SELECT e.id, e.name, o.attempts, o.reason, o.dead_at AS "deadAt"
       FROM outbox o JOIN event_log e ON e.id = o.event_id
       WHERE o.dead_at IS NOT NULL ORDER BY o.dead_at DESC, e.id DESC LIMIT ${shown}`,
    ) as Promise<DeadEvent[]>;
  }

  /** As if it had never been told. False when there is no such dead event. */
  async revive(id: string): Promise<boolean> {
    const [, count] = (await this.database.query(
      `UPDATE outbox SET dead_at = NULL, attempts = 0, due_at = $2, leased_until = NULL
       WHERE event_id = $1 AND dead_at IS NOT NULL`,
      [id, this.at()],
    )) as [unknown, number];
    return count > 0;
  }

  private at(later = 0): Date {
    return new Date(this.clock.now() + later);
  }
}
