import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { failGround } from './ground.errors.js';

/**
 * Counts attempts in memory. Keys (addresses, accounts) are kept as a keyed hash whose key dies with the process,
 * so that nobody can read from them who was here.
 */
@Injectable()
export class RateLimits {
  private readonly key = randomBytes(32);
  private readonly limiters = new Map<string, RateLimiterMemory>();

  /** Takes one attempt out of `points` per `seconds`; throws `request.rate-limited` when none is left. */
  async take(name: string, subject: string, points: number, seconds: number): Promise<void> {
    try {
      await this.limiter(name, points, seconds).consume(this.hash(subject));
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      failGround('request.rate-limited', { retryAfterMs: reason.msBeforeNext });
    }
  }

  /** Forgets the attempts, for instance after one that succeeded. */
  async forget(name: string, subject: string): Promise<void> {
    const key = this.hash(subject);
    for (const [known, limiter] of this.limiters) if (known.startsWith(`${name} `)) await limiter.delete(key);
  }

  private limiter(name: string, points: number, duration: number): RateLimiterMemory {
    // By all three: two limits that share a name must not share the first one's measure.
    const key = `${name} ${points} ${duration}`;
    const known = this.limiters.get(key);
    if (known) return known;
    const made = new RateLimiterMemory({ keyPrefix: key, points, duration });
    this.limiters.set(key, made);
    return made;
  }

  private hash(subject: string): string {
    return createHmac('sha256', this.key).update(subject).digest('base64url');
  }
}
