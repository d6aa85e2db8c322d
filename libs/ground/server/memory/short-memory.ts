import { systemClock } from '@plenary/ground/kernel';

interface Kept<Value> {
  readonly until: number;
  readonly value: Promise<Value>;
}

/**
 * Answers that may be given again for a moment. One load serves all who ask at the same time; a failed one is not
 * kept. Changes have to be told (`forget`, `clear`); the time is for those that nobody announced.
 */
export class ShortMemory<Value> {
  private readonly kept = new Map<string, Kept<Value>>();

  constructor(
    /** Milliseconds. */
    private readonly keptFor: number,
    /** Entries before all are forgotten. */
    private readonly most: number,
  ) {}

  get(key: string, load: () => Promise<Value>): Promise<Value> {
    const now = systemClock.now();
    const found = this.kept.get(key);
    if (found && found.until > now) return found.value;
    if (this.kept.size >= this.most) this.kept.clear();
    const entry = { until: now + this.keptFor, value: load() };
    this.kept.set(key, entry);
    entry.value.catch(() => {
      if (this.kept.get(key) === entry) this.kept.delete(key);
    });
    return entry.value;
  }

  forget(key: string): void {
    this.kept.delete(key);
  }

  clear(): void {
    this.kept.clear();
  }
}
