import type { Clock, PersonId } from '@plenary/ground/kernel';
import { PersonLimits } from './person-limits.js';

/** Milliseconds after which every bucket is full again, and may be forgotten: client ids are counted by the hour. */
const fullAfter = 3_600_000;
const lookEvery = 60_000;

interface Known {
  readonly limits: PersonLimits;
  sockets: number;
  /** When the last socket went away. */
  since: number;
}

/** SYNC-14: one set of buckets for each person; who comes back finds them as they were left. */
export class LimitsByPerson {
  private readonly known = new Map<PersonId, Known>();
  private lookedAt = 0;

  constructor(private readonly clock: Clock) {}

  enter(personId: PersonId): PersonLimits {
    this.forgetFull();
    const known = this.known.get(personId) ?? { limits: new PersonLimits(this.clock), sockets: 0, since: 0 };
    known.sockets++;
    this.known.set(personId, known);
    return known.limits;
  }

  leave(personId: PersonId): void {
    const known = this.known.get(personId);
    if (!known) return;
    known.sockets--;
    known.since = this.clock.now();
  }

  private forgetFull(): void {
    const now = this.clock.now();
    if (now - this.lookedAt < lookEvery) return;
    this.lookedAt = now;
    for (const [personId, { sockets, since }] of this.known) {
      if (sockets === 0 && now - since > fullAfter) this.known.delete(personId);
    }
  }
}
