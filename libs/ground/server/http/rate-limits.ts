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
    const retryAfterMs = await this.spend(name, subject, points, seconds);
    if (retryAfterMs !== null) failGround('request.rate-limited', { retryAfterMs });
  }

  /** As `take`, for what is left out without a word when none is left: false then. */
  async takes(name: string, subject: string, points: number, seconds: number): Promise<boolean> {
    return (await this.spend(name, subject, points, seconds)) === null;
  }

  /** Forgets the attempts, for instance after one that succeeded. */
  async forget(name: string, subject: string): Promise<void> {
    const key = this.hash(subject);
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
      await this.limiter(name, points, seconds).consume(this.hash(subject));
      return null;
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason;
      return reason.msBeforeNext;
    }
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
