import { systemClock, type Audience, type RecordedEvent } from '@plenary/ground/kernel';

/** A screen follows while it asks: what happened so shortly before is told to whoever begins. Milliseconds. */
const recentFor = 10_000;
const mostRecent = 20_000;

/** What is told of an event. */
export type Happened = Pick<RecordedEvent, 'name' | 'subject'>;

export interface Told {
  readonly event: Happened;
  readonly audience: Audience;
  readonly at: number;
}

/** What was told a moment ago, the oldest first. */
export class RecentNews {
  private told: Told[] = [];
  /** When the last one that was still recent had to be forgotten. */
  private overflowed = -Infinity;

  remember(event: Happened, audience: Audience): void {
    if (audience.kind === 'nobody') return;
    const now = systemClock.now();
    const old = this.told.findIndex(({ at }) => at >= now - recentFor);
    if (old !== 0) this.told.splice(0, old === -1 ? this.told.length : old);
    if (this.told.length >= mostRecent) {
      this.told.splice(0, mostRecent / 2);
      this.overflowed = now;
    }
    this.told.push({ event, audience, at: now });
  }

  /** The newest first; null when there was more than can be told. */
  all(): readonly Told[] | null {
    const since = systemClock.now() - recentFor;
    if (this.overflowed >= since) return null;
    return this.told.filter(({ at }) => at >= since).reverse();
  }
}
