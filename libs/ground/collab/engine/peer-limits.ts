import { limits } from '@plenary/ground/collab/protocol';
import type { Clock } from '@plenary/ground/kernel';
import { refuse } from './refuse.js';
import { TokenBucket } from './token-bucket.js';

/** What one socket may ask for (SYNC-14). An honest paste of 200 KB passes. */
export class PeerLimits {
  private readonly messages: TokenBucket;
  private readonly bytes: TokenBucket;
  private readonly joins: TokenBucket;
  private readonly clientIds: TokenBucket;
  private readonly cursors: TokenBucket;

  constructor(clock: Clock) {
    this.messages = new TokenBucket(limits.messagesPerSecond, limits.messageBurst, clock);
    this.bytes = new TokenBucket(limits.bytesPerSecond, limits.byteBurst, clock);
    this.joins = new TokenBucket(limits.joinsPerMinute / 60, limits.joinsPerMinute, clock);
    this.clientIds = new TokenBucket(limits.clientIdsPerHour / 3_600, limits.clientIdsPerHour, clock);
    this.cursors = new TokenBucket(limits.presencePerSecond, limits.presencePerSecond * 2, clock);
  }

  push(bytes: number): void {
    take(this.messages, 1);
    take(this.bytes, bytes);
  }

  join(clientIds: number): void {
    take(this.joins, 1);
    if (clientIds > 0) take(this.clientIds, clientIds);
  }

  verify(): void {
    take(this.joins, 1);
  }

  /** False when the cursor has to be dropped: presence is the first to go under pressure. */
  cursor(): boolean {
    return this.cursors.take().ok;
  }
}

function take(bucket: TokenBucket, amount: number): void {
  const taken = bucket.take(amount);
  if (!taken.ok) refuse('document.rate-limited', { retryAfterMs: taken.retryAfterMs });
}
