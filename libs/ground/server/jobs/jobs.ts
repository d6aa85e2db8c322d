import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, systemClock } from '@plenary/ground/kernel';
import { JobHandlers, type JobPayload } from './job-handlers.js';

export interface JobTime {
  /** Not before this instant; at once unless said. */
  readonly at?: Date | null;
  /** There is one job of a key. */
  readonly key?: string;
  /** What becomes of a job of that key that waits: `replace` it (unless said otherwise), or `keep` it as it is. */
  readonly waiting?: 'replace' | 'keep';
}

export interface NewJob extends Omit<JobTime, 'waiting'> {
  readonly payload: JobPayload;
}

/** A job that was given up. Why it failed is a kind of error, never its words, which may hold somebody's. */
export interface FailedJob {
  readonly id: string;
  readonly name: string;
  readonly attempts: number;
  readonly kind: string | null;
  readonly addedAt: Date;
}

export interface JobCounts {
  /** Due now or later. */
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
}

/** Failed jobs on one page. */
const shown = 100;
const failedForGood = 'attempts >= max_attempts AND locked_at IS NULL';

/** Work that is done after the commit, at a time, at least once, whatever happens to the process. */
@Injectable()
export class Jobs {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  /** Adds a job within the caller's transaction: it is there when that one commits, and only then. */
  add(tx: EntityManager, name: string, payload: JobPayload = {}, time: JobTime = {}): Promise<void> {
    const { waiting = 'replace', ...rest } = time;
    return this.addAll(tx, name, [{ payload, ...rest }], waiting);
  }

  /** Many of a name in one statement; no two of one key. */
  async addAll(
    tx: EntityManager,
    name: string,
    jobs: readonly NewJob[],
    waiting: 'replace' | 'keep' = 'replace',
  ): Promise<void> {
    if (jobs.length === 0) return;
    const { attempts } = this.handlers.get(name);
    const rows = jobs.map(({ payload, at, key }) => ({
      payload,
      at: this.libraryTime(at),
      key: key ?? null,
    }));
    const given = `jsonb_to_recordset($2::jsonb) AS given (payload json, at timestamptz, key text)`;
    await tx.query(
      waiting === 'keep'
        ? `SELECT add_job($1, payload, NULL, at, $3, key, NULL, NULL, 'unsafe_dedupe') FROM ${given}`
        : `SELECT count(*) FROM add_jobs((
             SELECT array_agg((($1, payload, NULL, at, $3::smallint, key, NULL, NULL))::job_spec) FROM ${given}))`,
      [name, JSON.stringify(rows), attempts],
    );
  }

  async counts(tx: EntityManager): Promise<JobCounts> {
    const [found] = await tx.query(
      `SELECT count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts)::int AS waiting,
              count(*) FILTER (WHERE locked_at IS NOT NULL)::int AS running,
              count(*) FILTER (WHERE ${failedForGood})::int AS failed FROM jobs`,
    );
    return found;
  }

  /** The newest that were given up. */
  async failed(tx: EntityManager): Promise<readonly FailedJob[]> {
    const rows: Record<string, unknown>[] = await tx.query(
      `SELECT id, task_identifier AS name, attempts, last_error AS kind, created_at AS "addedAt" FROM jobs
        WHERE ${failedForGood} ORDER BY created_at DESC, id DESC LIMIT ${shown}`,
    );
    return rows.map((row) => ({ ...row, id: String(row['id']) }) as FailedJob);
  }

  async countFailed(tx: EntityManager, name: string): Promise<number> {
    const [{ failed }] = await tx.query(
      `SELECT count(*)::int AS failed FROM jobs WHERE ${failedForGood} AND task_identifier = $1`,
      [name],
    );
    return failed;
  }

  /** Tries one that was given up again, from the first attempt; says whether there was such a job. */
  async tryAgain(tx: EntityManager, id: string): Promise<boolean> {
    const done: unknown[] = await tx.query(
      `SELECT reschedule_jobs(array_agg(id), $2::timestamptz, NULL, 0) FROM jobs
        WHERE id = $1::bigint AND ${failedForGood} HAVING count(*) > 0`,
      [id, this.libraryTime(null)],
    );
    return done.length > 0;
  }

  /**
   * The library knows the machine's time alone. What our clock calls due is due for it, too; when that one is set
   * forward, `JobRunner` brings forward what waits.
   */
  private libraryTime(at: Date | null | undefined): Date {
    return at && at.getTime() > this.clock.now() ? at : new Date(systemClock.now());
  }
}
