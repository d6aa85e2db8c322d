import type { EntityManager } from 'typeorm';
import type * as Y from 'yjs';

/** Which state of a text something was derived from. */
export interface KeptAt {
  readonly document: string;
  /** Number of the last row that is in it. */
  readonly seq: number;
  /** When that row was written. */
  readonly at: Date;
}

/** What a room derives from every text of a kind, and keeps. */
export interface Projection<Derived = unknown> {
  /** Stays the same for ever: under it is remembered up to where it was made. Another name begins anew. */
  readonly name: string;
  /** The part of the documents' ids before the colon. */
  readonly kind: string;
  /** Reads the committed text, at once and without writing to it. */
  derive(text: Y.Doc): Derived;
  /** Writes what was derived; in the transaction that remembers that it was. */
  keep(tx: EntityManager, at: KeptAt, derived: Derived): Promise<void>;
  /** After that transaction, when it was kept here; may be lost with the process, and throws nothing. */
  afterKept?(document: string): void;
}
