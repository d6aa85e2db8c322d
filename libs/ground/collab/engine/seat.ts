import type { PersonLimits } from './person-limits.js';
import type { Peer } from './ports.js';
import { refuse } from './refuse.js';

/** Bytes of one socket that may wait to be judged, for instance while the database is slow to tell a right. */
const mostQueued = 2_500_000;

/** A socket's place in the engine: what it has opened, what it may still ask for, what of it is waiting. */
export class Seat {
  readonly documents = new Set<string>();
  /** Documents that its app is too old for (SYNC-24). */
  readonly visits = new Set<string>();
  /** What ends the waiting of a caret that came too soon, by document. */
  private readonly late = new Map<string, () => void>();
  private readonly lines = new Map<string, Promise<unknown>>();
  private queued = 0;

  constructor(
    readonly peer: Peer,
    /** Shared with this person's other sockets. */
    readonly limits: PersonLimits,
  ) {}

  /** Messages of one socket about one document are taken in the order in which they came. */
  inLine<Answer>(document: string, bytes: number, work: () => Promise<Answer>): Promise<Answer> {
    if (this.queued + bytes > mostQueued) refuse('document.not-saved', { reason: 'busy' });
    this.queued += bytes;
    const before = this.lines.get(document);
    const own = before ? before.then(work) : work();
    const settled = own.then(
      () => undefined,
      () => undefined,
    );
    this.lines.set(document, settled);
    void settled.then(() => {
      this.queued -= bytes;
      if (this.lines.get(document) === settled) this.lines.delete(document);
    });
    return own;
  }

  /** The caret that waited until now in a document is not told any more; `cancel` ends the waiting of the next. */
  waitWith(document: string, cancel: (() => void) | null): void {
    this.late.get(document)?.();
    if (cancel) this.late.set(document, cancel);
    else this.late.delete(document);
  }

  /** The socket is gone. */
  close(): void {
    for (const cancel of this.late.values()) cancel();
  }
}
