import { Logger } from '@nestjs/common';
import { Client, type ClientConfig } from 'pg';
import { systemClock } from '@plenary/ground/kernel';

/** Any number that nothing else in this database locks. */
const leaseLock = 762_836_281;
/** Milliseconds. */
const lookEvery = 5_000;
const takeAgainAfter = 1_000;
/** A worker that has just begun holds its lock within this time. */
const grace = 10_000;

/**
 * Says that this process lives, as long as its line to the database does: each worker's name is locked on one session.
 * PostgreSQL lets go of a lock when its process is killed, so what a dead one was doing is taken up by another within
 * seconds, whoever's clock is wrong; a worker that is busy for an hour keeps its job.
 */
export class WorkerLease {
  private readonly log = new Logger('jobs');
  private readonly workers = new Set<string>();
  private client: Client | null = null;
  private cancel: () => void = () => undefined;
  private asking: Promise<void> = Promise.resolve();
  private ended = false;

  constructor(private readonly place: ClientConfig) {}

  async begin(): Promise<void> {
    await this.connect();
    this.lookLater();
  }

  hold(worker: string): void {
    this.workers.add(worker);
    if (this.client) this.lock(this.client, worker);
  }

  /** From here on whatever these workers hold is taken for left behind. */
  async end(): Promise<void> {
    this.ended = true;
    this.cancel();
    await this.asking;
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client({ ...this.place, keepAlive: true });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    await client.connect();
    // A machine that lost its power says no farewell. Seconds; the server's own default is two hours.
    await client.query(
      'SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3',
    );
    this.client = client;
    for (const worker of this.workers) this.lock(client, worker);
  }

  /** One after the other: a session answers one question at a time. */
  private lock(client: Client, worker: string): void {
    this.asking = this.asking
      .then(() => client.query('SELECT pg_try_advisory_lock($1, hashtext($2))', [leaseLock, worker]))
      .then(
        () => undefined,
        () => this.lost(client),
      );
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    client.end().catch(() => undefined);
    if (!this.ended) this.takeAgain();
  }

  private takeAgain(): void {
    this.cancel();
    this.cancel = systemClock.after(takeAgainAfter, () => {
      this.asking = this.connect().then(
        () => this.lookLater(),
        () => void (this.ended || this.takeAgain()),
      );
    });
  }

  private lookLater(): void {
    if (this.ended) return;
    this.cancel();
    this.cancel = systemClock.after(lookEvery, () => {
      this.asking = this.asking.then(() => this.freeTheDead()).finally(() => this.client && this.lookLater());
    });
  }

  /** Takes from workers that live no more what they hold. Their attempt counts: a job that kills ends, too. */
  private async freeTheDead(): Promise<void> {
    try {
      const { rows } = await this.client!.query<{ worker: string }>(
        `SELECT DISTINCT locked_by AS worker FROM jobs WHERE locked_at < $1 AND NOT EXISTS (
           SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = $2::int
             AND objid = (hashtext(locked_by)::bigint & 4294967295)::oid
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`,
        [new Date(systemClock.now() - grace), leaseLock],
      );
      if (rows.length === 0) return;
      await this.client!.query('SELECT force_unlock_workers($1)', [rows.map(({ worker }) => worker)]);
      this.log.warn({ code: 'jobs.taken-over', workers: rows.length });
    } catch (reason) {
      this.log.warn({ code: 'jobs.not-looked', kind: (reason as Error).name });
    }
  }
}
