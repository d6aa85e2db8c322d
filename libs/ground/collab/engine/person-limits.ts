import { limits } from '@plenary/ground/collab/protocol';
import { TokenBucket, type Clock } from '@plenary/ground/kernel';
import { refuse } from './refuse.js';

const rebuildsPerSecond = 0.5;
const rebuildBurst = 20;
/** Carets a second of which only the last is told, without a word; more is no person's hand. */
const caretsPerSecond = limits.presencePerSecond * 10;

/** What one person may ask for at this process, with however many sockets (SYNC-14). An honest paste of 200 KB passes. */
export class PersonLimits {
  private readonly messages: TokenBucket;
  private readonly bytes: TokenBucket;
  private readonly joins: TokenBucket;
  private readonly clientIds: TokenBucket;
  private readonly cursors: TokenBucket;
  private readonly rebuilds: TokenBucket;
  private readonly carets: TokenBucket;
  private silentUntil = 0;

  constructor(private readonly clock: Clock) {
    this.messages = new TokenBucket(limits.messagesPerSecond, limits.messageBurst, clock);
    this.bytes = new TokenBucket(limits.bytesPerSecond, limits.byteBurst, clock);
    this.joins = new TokenBucket(limits.joinsPerMinute / 60, limits.joinsPerMinute, clock);
    this.clientIds = new TokenBucket(limits.clientIdsPerHour / 3_600, limits.clientIdsPerHour, clock);
    this.cursors = new TokenBucket(limits.presencePerSecond, limits.presencePerSecond * 2, clock);
    this.carets = new TokenBucket(caretsPerSecond, caretsPerSecond * 2, clock);
    this.rebuilds = new TokenBucket(rebuildsPerSecond, rebuildBurst, clock);
  }

  push(bytes: number): void {
    const wait = this.silentUntil - this.clock.now();
    if (wait > 0) refuse('document.rate-limited', { retryAfterMs: wait });
    take(this.messages, 1);
    take(this.bytes, bytes);
  }

  /** An update of this person cost a copy of the text: an honest client sends one such in its life. */
  slowDown(): void {
    const taken = this.rebuilds.take();
    if (!taken.ok) this.silentUntil = this.clock.now() + taken.retryAfterMs;
  }

  join(clientIds: number): void {
    take(this.joins, 1);
    if (clientIds > 0) take(this.clientIds, clientIds);
  }

  verify(): void {
    take(this.joins, 1);
  }

  /** Carets are the first to wait under pressure; more than any hand moves are refused. */
  cursor(): void {
    take(this.carets, 1);
  }

  /** Milliseconds until a caret may be told; 0 for now, which is taken then. */
  untilCursor(): number {
    const taken = this.cursors.take();
    return taken.ok ? 0 : taken.retryAfterMs;
  }
}

function take(bucket: TokenBucket, amount: number): void {
  const taken = bucket.take(amount);
  if (!taken.ok) refuse('document.rate-limited', { retryAfterMs: taken.retryAfterMs });
}
