import { createHmac } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool, type PoolConfig } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { AttemptKey } from './attempt-key.js';
import { failGround } from './ground.errors.js';

/** Of a pool of their own: some attempts are counted within a transaction, which must not wait for a line of its own pool. */
const lines = 2;

/**
 * Counts attempts for all processes together, in PostgreSQL, which every installation has (ADR 20). Keys (addresses,
 * accounts) are kept as a keyed hash whose key is of one day, so that nobody can read later who was here.
 */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly limiters = new Map<string, RateLimiterPostgres>();
  private readonly pool: Pool;
  private readonly key: AttemptKey;

  constructor(database: DataSource) {
    const { options } = (database.driver as unknown as { master: { options: PoolConfig } }).master;
    this.pool = new Pool({ ...options, max: lines });
    // A line that breaks while nobody uses it is no error of anybody's.
    this.pool.on('error', () => undefined);
    this.key = new AttemptKey(this.pool);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /** Takes one attempt out of `points` per `seconds`; throws `request.rate-limited` when none is left. */
  async take(name: string, subject: string, points: number, seconds: number): Promise<void> {
    const retryAfterMs = await this.spend(name, subject, points, seconds);
    if (retryAfterMs !== null) failGround('request.rate-limited', { retryAfterMs });
  }

  /** As `take`, for what is left out without a word when none is left: false then. */
  async takes(name: string, subject: string, points: number, seconds: number): Promise<boolean> {
    return (await this.spend(name, subject, points, seconds)) === null;
  }

  /** Forgets the attempts, for instance after one that succeeded. */
  async forget(name: string, subject: string): Promise<void> {
    const key = await this.hash(subject);
    for (const [known, limiter] of this.limiters) if (known.startsWith(`${name} `)) await limiter.delete(key);
  }

  /** Null when there was one left, else the milliseconds until there is. */
  private async spend(
    name: string,
    subject: string,
    points: number,
    seconds: number,
  ): Promise<number | null> {
    try {
      await this.limiter(name, points, seconds).consume(await this.hash(subject));
      return null;
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      return reason.msBeforeNext;
    }
  }

  private limiter(name: string, points: number, duration: number): RateLimiterPostgres {
    // By all three: two limits that share a name must not share the first one's measure.
    const key = `${name} ${points} ${duration}`;
    const known = this.limiters.get(key);
    if (known) return known;
    const made = new RateLimiterPostgres({
      ...{ storeClient: this.pool, storeType: 'pool', tableName: 'attempt', tableCreated: true },
      ...{ clearExpiredByTimeout: false, keyPrefix: key, points, duration },
    });
    this.limiters.set(key, made);
    return made;
  }

  private async hash(subject: string): Promise<string> {
    return createHmac('sha256', await this.key.get())
      .update(subject)
      .digest('base64url');
  }
}
