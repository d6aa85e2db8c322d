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
    await this.limiters.get(name)?.delete(this.hash(subject));
  }

  private limiter(name: string, points: number, duration: number): RateLimiterMemory {
    const known = this.limiters.get(name);
    if (known) return known;
    const made = new RateLimiterMemory({ keyPrefix: name, points, duration });
    this.limiters.set(name, made);
    return made;
  }

  private hash(subject: string): string {
    return createHmac('sha256', this.key).update(subject).digest('base64url');
  }
}
