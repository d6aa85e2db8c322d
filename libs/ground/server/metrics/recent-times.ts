import type { Clock } from '@plenary/ground/kernel';

/** Milliseconds. */
const slotLength = 10_000;
const slots = 30;
/** Up to here each millisecond is told from the next; beyond, what differs by less than a tenth counts as the same. */
const exact = 20;
const growth = 1.1;
const places = 120;

export interface Times {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
}

interface Slot {
  /** Which ten seconds since 1970. */
  number: number;
  readonly counts: Uint32Array;
}

/** How long things took in the last five minutes, however many there were: counted, not kept. */
export class RecentTimes {
  private readonly ring: readonly Slot[] = Array.from({ length: slots }, () => ({
    number: -1,
    counts: new Uint32Array(places),
  }));

  constructor(private readonly clock: Clock) {}

  note(milliseconds: number): void {
    const number = this.slotNow();
    const slot = this.ring[number % slots]!;
    if (slot.number !== number) {
      slot.number = number;
      slot.counts.fill(0);
    }
    slot.counts[placeOf(milliseconds)]!++;
  }

  times(): Times | null {
    const since = this.slotNow() - slots;
    const all = new Array<number>(places).fill(0);
    for (const { number, counts } of this.ring) {
      if (number > since) counts.forEach((some, place) => (all[place]! += some));
    }
    const count = all.reduce((sum, some) => sum + some, 0);
    if (count === 0) return null;
    return { count, p50: quantile(all, count * 0.5), p95: quantile(all, count * 0.95) };
  }

  private slotNow(): number {
    return Math.floor(this.clock.now() / slotLength);
  }
}

function placeOf(milliseconds: number): number {
  if (milliseconds <= exact) return Math.max(0, Math.ceil(milliseconds));
  return Math.min(places - 1, exact + Math.ceil(Math.log(milliseconds / exact) / Math.log(growth)));
}

/** The longest that counts as this place. */
const longestAt = (place: number): number =>
  place <= exact ? place : Math.round(exact * growth ** (place - exact));

function quantile(counts: readonly number[], rank: number): number {
  let passed = 0;
  return longestAt(counts.findIndex((some) => (passed += some) >= rank));
}
