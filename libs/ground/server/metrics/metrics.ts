import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { EngineMeter } from '@plenary/ground/collab/engine';
import { systemClock } from '@plenary/ground/kernel';
import { LateWork } from './late-work.js';
import { RecentTimes, type Times } from './recent-times.js';

/** Milliseconds; a word within 50 is at once, one after 2,500 is told "not saved". */
const buckets = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000];

/** What this process did, in numbers that say nothing about people. */
export interface Figures {
  readonly startedAt: string;
  readonly connections: number;
  readonly documents: number;
  readonly readers: number;
  readonly slowReaders: number;
  readonly readersLetGo: number;
  /** Milliseconds, of the last minutes; null when nothing was saved. */
  readonly saved: Times | null;
  readonly told: Times | null;
  readonly joined: Times | null;
  /** Edits of the last minutes that were answered with "not saved": the database did not take them in time. */
  readonly unsaved: number;
  /** Since the start, by code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Since the start: snapshots of texts that were damaged and passed over. */
  readonly damaged: number;
  /** Bytes. */
  readonly memory: number;
  /** Milliseconds by which this process was late with its work in the last minute. */
  readonly delay: number;
}

export type Counted = 'connections' | 'documents' | 'readers' | 'slowReaders';

/** Metrics for Prometheus, and the same for people. */
@Injectable()
export class Metrics implements EngineMeter, OnApplicationShutdown {
  readonly registry = new Registry();
  private readonly startedAt = new Date(systemClock.now()).toISOString();
  private readonly counted = new Map<Counted, () => number>();
  private readonly recent = {
    saved: new RecentTimes(systemClock),
    unsaved: new RecentTimes(systemClock),
    told: new RecentTimes(systemClock),
    joined: new RecentTimes(systemClock),
  };
  private readonly refusedByCode = new Map<string, number>();
  private readersLetGo = 0;
  private damaged = 0;
  private readonly late = new LateWork();

  private readonly acknowledgements = this.histogram(
    'plenary_acknowledgement_ms',
    'From the arrival of an edit until its sender was told that it is committed',
  );
  private readonly deliveries = this.histogram(
    'plenary_delivery_ms',
    'From the arrival of the oldest edit of a commit until readers were sent it',
  );
  private readonly joins = this.histogram(
    'plenary_join_ms',
    'From the wish to open a text until it was sent',
  );
  private readonly commits = this.counter('plenary_commits_total', 'Commits of texts');
  private readonly rows = this.counter('plenary_rows_total', 'Edits committed');
  private readonly refusals = new Counter({
    name: 'plenary_refused_total',
    help: 'Edits refused, by code',
    labelNames: ['code'],
    registers: [this.registry],
  });
  private readonly jobs = new Counter({
    name: 'plenary_jobs_total',
    help: 'Attempts at jobs that ended, by name and how',
    labelNames: ['job', 'how'],
    registers: [this.registry],
  });
  private readonly asides = this.counter('plenary_readers_set_aside_total', 'Readers that did not keep up');
  private readonly letGos = this.counter('plenary_readers_let_go_total', 'Stuck readers that were let go');

  private readonly falters = this.counter(
    'plenary_after_commit_failed_total',
    'Failures of what follows from a commit; the commits stand',
  );
  private readonly damages = this.counter(
    'plenary_snapshots_damaged_total',
    'Stored copies of texts that failed their checksum',
  );
  private readonly log = new Logger('texts');

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('plenary_connections', 'Open sockets', 'connections');
    this.gauge('plenary_documents', 'Texts in memory', 'documents');
    this.gauge('plenary_readers', 'Sockets in texts', 'readers');
    this.gauge('plenary_readers_slow', 'Readers that do not keep up', 'slowReaders');
  }

  /** Says how something is counted, by whoever knows. */
  count(what: Counted, read: () => number): void {
    this.counted.set(what, read);
  }

  /** Shows what the database knows, asked once at each scrape for all of them; NaN while it is away. */
  watch<What extends string>(
    prefix: string,
    figures: Readonly<Record<What, string>>,
    read: () => Promise<Readonly<Record<What, number>>>,
  ): void {
    let asked: ReturnType<typeof read> | null = null;
    const ask = () => (asked ??= read().finally(() => (asked = null)));
    for (const [what, help] of Object.entries(figures) as [What, string][]) {
      new Gauge({
        ...{ name: `${prefix}_${what}`, help, registers: [this.registry] },
        // Every process says the same of the one database.
        aggregator: 'max',
        async collect() {
          this.set(
            await ask().then(
              (found) => found[what],
              () => Number.NaN,
            ),
          );
        },
      });
    }
  }

  answered(after: number, refusedWith: string | null): void {
    if (refusedWith !== null) {
      this.refusals.inc({ code: refusedWith });
      this.refusedByCode.set(refusedWith, (this.refusedByCode.get(refusedWith) ?? 0) + 1);
      if (refusedWith === 'document.not-saved') this.recent.unsaved.note(after);
      return;
    }
    this.acknowledgements.observe(after);
    this.recent.saved.note(after);
  }

  told(rows: number, after: number): void {
    this.commits.inc();
    this.rows.inc(rows);
    this.deliveries.observe(after);
    this.recent.told.note(after);
  }

  joined(after: number): void {
    this.joins.observe(after);
    this.recent.joined.note(after);
  }

  jobEnded(job: string, how: 'done' | 'failed' | 'given-up'): void {
    this.jobs.inc({ job, how });
  }

  setAside(): void {
    this.asides.inc();
  }

  letGo(): void {
    this.letGos.inc();
    this.readersLetGo++;
  }

  /** SYNC-5: a stored copy of a text failed its checksum; an older one and the journal stand in. */
  passedOver(document: string): void {
    this.damages.inc();
    this.damaged++;
    this.log.error({ code: 'snapshot.damaged', document });
  }

  faltered(kind: string): void {
    this.falters.inc();
    this.log.error({ code: 'text.after-commit-failed', kind });
  }

  figures(): Figures {
    return {
      startedAt: this.startedAt,
      connections: this.read('connections'),
      documents: this.read('documents'),
      readers: this.read('readers'),
      slowReaders: this.read('slowReaders'),
      readersLetGo: this.readersLetGo,
      saved: this.recent.saved.times(),
      told: this.recent.told.times(),
      joined: this.recent.joined.times(),
      unsaved: this.recent.unsaved.times()?.count ?? 0,
      refused: Object.fromEntries(this.refusedByCode),
      damaged: this.damaged,
      memory: process.memoryUsage.rss(),
      delay: this.late.milliseconds,
    };
  }

  onApplicationShutdown(): void {
    this.late.stop();
  }

  private read(what: Counted): number {
    return this.counted.get(what)?.() ?? 0;
  }

  private gauge(name: string, help: string, what: Counted): void {
    const read = () => this.read(what);
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }

  private counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }

  private histogram(name: string, help: string): Histogram {
    return new Histogram({ name, help, buckets, registers: [this.registry] });
  }
}
