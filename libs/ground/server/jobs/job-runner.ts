import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { EventEmitter } from 'node:events';
import { run, type JobHelpers, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { atMost, Clock, DomainError, systemClock } from '@plenary/ground/kernel';
import { JobsPlace } from '../database/connection.js';
import { Metrics } from '../metrics/metrics.js';
import { JobHandlers, type JobHandler, type JobPayload } from './job-handlers.js';
import { schemaOf, silentLibrary } from './job-tables.js';
import { Jobs } from './jobs.js';
import { WorkerLease } from './worker-lease.js';

/** Jobs that this process does at a time. */
const atOnce = 5;
/** Connections for taking jobs and hearing of new ones; one more says that this process lives. */
const connections = 3;
/** How often each idle worker looks for what has fallen due. Milliseconds. */
const lookEvery = 1_000;
/** At a stop, running jobs are told to end, and then left to the next process. Milliseconds. */
const toldAfter = 4_000;
const leftAfter = 8_000;
const closedAfter = 500;
const beginAgainAfter = 1_000;
/** Exit code that the library sets when it sends its workers home. */
const sentHome = 57;

/** Takes due jobs from PostgreSQL and has the rooms carry them out; as many processes as run share them. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('jobs');
  private schema = '';
  private pool: Pool | null = null;
  private lease: WorkerLease | null = null;
  private runner: Runner | null = null;
  private stopped = false;
  private beginning: Promise<void> = Promise.resolve();
  private readonly forget: () => void;

  constructor(
    private readonly database: DataSource,
    private readonly place: JobsPlace,
    private readonly handlers: JobHandlers,
    private readonly jobs: Jobs,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {
    this.forget = clock.onSet(() => void this.bringForward());
  }

  async onApplicationBootstrap(): Promise<void> {
    this.schema = await schemaOf(this.database);
    for (const { name, every } of this.handlers.all()) if (every !== null) await this.addNext(name, every);
    await this.begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.forget();
    await this.beginning;
    await this.end();
  }

  private async begin(): Promise<void> {
    const pool = new Pool({ ...this.place.config, max: connections });
    pool.on('error', () => undefined);
    const lease = new WorkerLease(this.place.config);
    const events = new EventEmitter() as WorkerEvents;
    events.on('worker:create', ({ worker }) => lease.hold(worker.workerId));
    // The library gives up a worker that could not write down how a job ended, and starts no other.
    events.on('worker:fatalError', () => this.beginAgain());
    [this.pool, this.lease] = [pool, lease];
    await lease.begin();
    this.runner = await run({
      ...{ pgPool: pool, schema: this.schema, logger: silentLibrary, events, taskList: this.tasks() },
      ...{ concurrency: atOnce, pollInterval: lookEvery, useNodeTime: true, noHandleSignals: true },
      gracefulShutdownAbortTimeout: toldAfter,
    });
    // It also ends by itself: wherever in this database the library makes its tables, all its workers are sent home.
    void this.runner.promise.then(
      () => this.beginAgain(),
      () => this.beginAgain(),
    );
  }

  private async end(): Promise<void> {
    const { runner, lease, pool } = this;
    [this.runner, this.lease, this.pool] = [null, null, null];
    if (runner) await atMost(systemClock, leftAfter, runner.stop());
    await lease?.end();
    if (pool) await atMost(systemClock, closedAfter, pool.end());
  }

  private beginAgain(): void {
    if (this.stopped || !this.runner) return;
    this.log.warn({ code: 'jobs.begun-again' });
    // The library means the process to end; its workers begin anew in this one.
    if (process.exitCode === sentHome) process.exitCode = undefined;
    this.beginning = this.end().then(() => this.untilBegun());
  }

  private async untilBegun(): Promise<void> {
    while (!this.stopped) {
      await new Promise<void>((go) => systemClock.after(beginAgainAfter, go));
      if (this.stopped) return;
      try {
        return await this.begin();
      } catch (reason) {
        this.log.warn({ code: 'jobs.away', kind: (reason as Error).name });
        await this.end();
      }
    }
  }

  private tasks(): TaskList {
    const handlers = this.handlers.all();
    return Object.fromEntries(
      handlers.map((each) => [
        each.name,
        (payload: unknown, helpers: JobHelpers) => this.carryOut(each, payload as JobPayload, helpers),
      ]),
    );
  }

  private async carryOut(
    { name, every, run }: JobHandler,
    payload: JobPayload,
    { job, abortSignal }: JobHelpers,
  ): Promise<void> {
    const last = job.attempts >= job.max_attempts;
    try {
      if (every !== null) await this.addNext(name, every);
      await run(payload, { attempt: job.attempts, last, signal: abortSignal! });
      this.metrics.jobEnded(name, 'done');
    } catch (reason) {
      const kind = reason instanceof DomainError ? reason.code : (reason as Error).name;
      this.metrics.jobEnded(name, last ? 'given-up' : 'failed');
      this.log[last ? 'error' : 'warn']({ code: 'job.failed', job: name, attempt: job.attempts, last, kind });
      // What is kept of it is read on a page: the kind alone.
      throw new Error(kind);
    }
  }

  /** The next time is written down before this one is done, so that a failure does not end the row. */
  private async addNext(name: string, every: number): Promise<void> {
    const next = Math.floor(this.clock.now() / every) + 1;
    const time = { at: new Date(next * every), key: `${name}@${next}`, waiting: 'keep' } as const;
    await this.jobs.add(this.database.manager, name, {}, time);
  }

  private async bringForward(): Promise<void> {
    try {
      await this.database.query(
        `SELECT reschedule_jobs(array_agg(id), $1::timestamptz) FROM jobs
          WHERE run_at > $1 AND run_at <= $2 AND locked_at IS NULL AND attempts < max_attempts`,
        [new Date(systemClock.now()), new Date(this.clock.now())],
      );
    } catch (reason) {
      this.log.warn({ code: 'jobs.not-brought-forward', kind: (reason as Error).name });
    }
  }
}
