import type { Presence } from '@plenary/ground/collab/protocol';
import type { Actor, OrganisationId, PersonId, Right } from '@plenary/ground/kernel';

/** Who wrote a journal row. */
export interface Author {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId | null;
}

/**
 * What is written together with a row, whose number it is given: both are there, or neither is. `tx` is the store's own
 * transaction, of which the engine knows nothing.
 */
export type AndThen = (tx: unknown, seq: number) => Promise<void>;

/** One row on its way into the journal. */
export interface JournalEntry {
  /** The bytes received and checked, Yjs update V1 (SYNC-2). */
  readonly update: Uint8Array;
  readonly author: Author | null;
  /** First Yjs client id under which it brings structs; null for an update that only deletes. */
  readonly clientId: number | null;
  readonly andThen?: AndThen;
}

export interface JournalRow {
  readonly seq: number;
  readonly update: Uint8Array;
}

/** Whose rows are asked for: a person's (null: the server's own), or those that begin with one of these client ids. */
export interface RowsBy {
  readonly personId?: PersonId | null;
  readonly clientIds?: readonly number[];
}

/** A document as it was found: a snapshot and the rows after it. */
export interface StoredDocument {
  readonly epoch: number;
  /** Number of the last row. */
  readonly seq: number;
  /** The first row that counts: what is below is of another model of texts, and not read. 0: all count. */
  readonly floor: number;
  /** State up to `snapshot.seq`; null when every row is in `rows`. Its checksum has been proved. */
  readonly snapshot: { readonly seq: number; readonly state: Uint8Array } | null;
  /** Dense, from `snapshot.seq + 1` (or `floor`, or 1) to `seq`. */
  readonly rows: readonly JournalRow[];
}

/** What is stored is damaged: a hole in the journal, or nothing that could be read. No later attempt will help. */
export class UnreadableDocument extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'UnreadableDocument';
  }
}

/** Where documents are kept. Throws on every failure; never answers with less than there is (SYNC-4). */
export interface DocStore {
  /** Null for a document that was never created. Throws `UnreadableDocument` when less is there than was written. */
  load(document: string): Promise<StoredDocument | null>;
  /**
   * Commits the entries together (SYNC-1) under the next numbers, with what goes along with them. When it throws, they may or may not have been
   * committed; `readAfter` tells.
   */
  append(
    document: string,
    epoch: number,
    entries: readonly JournalEntry[],
  ): Promise<{ firstSeq: number; lastSeq: number }>;
  /**
   * Rows with a number above `seq`, in order. A commit that is under way, be it of a caller that is gone, is waited
   * for: a row that is not in the answer was not written, and never will be by a statement sent before.
   */
  readAfter(document: string, seq: number): Promise<readonly JournalRow[]>;
  /** Rows with a number above `seq` as they are now; what is under way is not waited for. */
  readCommitted(document: string, seq: number): Promise<readonly JournalRow[]>;
  /**
   * Rows of this hand with a number below, newest first: some of them, as long as there are any. Asked again with the
   * last number for the next ones.
   */
  rowsBy(document: string, by: RowsBy, below: number): Promise<readonly JournalRow[]>;
  /** The number of the last row of each of these documents; one that is unknown is left out. */
  heads(documents: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Nothing where the document is of another epoch by now: what was erased from it does not come back with a state. */
  writeSnapshot(
    document: string,
    epoch: number,
    snapshot: { readonly seq: number; readonly state: Uint8Array },
  ): Promise<void>;
  /** New client ids, given to this author for this document and to nobody else, ever (SYNC-12). */
  grantClientIds(document: string, author: Author | null, count: number): Promise<readonly number[]>;
  /** To whom these ids were given, and for which organisation they write: null for the server, absent for nobody. */
  ownersOf(document: string, clientIds: readonly number[]): Promise<ReadonlyMap<number, Author | null>>;
}

/** A change of who may do what; absent fields mean "any". */
export interface AccessChange {
  readonly document?: string;
  readonly personIds?: readonly PersonId[];
}

/** Who may do what with a document, from current rights (SYNC-20). */
export interface Access {
  /** `none` for a document that does not exist (SYNC-22). */
  rightOf(actor: Actor, document: string): Promise<Right>;
  /** Whether the person acts for this organisation now; asked only about one that they do not speak for at the moment. */
  actsFor(actor: Actor, organisationId: OrganisationId): Promise<boolean>;
}

/** How messages reach sockets. Sending never throws and never waits. */
export interface Broadcast {
  /** To every connection that joined the document, encoded once (SYNC-41). */
  toDocument(document: string, name: string, message: unknown): void;
}

/** What processes tell each other about a document. */
export type ExchangeMessage =
  /** Rows committed by the sender: `first` is the number of the first (SYNC-30). */
  | { readonly kind: 'rows'; readonly first: number; readonly updates: readonly Uint8Array[] }
  /** Who came or moved at the sender's, and who left; `whole` when nobody else is there. */
  | {
      readonly kind: 'presence';
      readonly changed: readonly Presence[];
      readonly left: readonly string[];
      readonly whole: boolean;
    }
  /** The sender has opened the document and asks who is there. */
  | { readonly kind: 'who' };

/**
 * The other processes that carry the same documents. Telling never throws, never waits and may be lost: the store
 * holds the truth, and what is missed is read there (SYNC-30).
 */
export interface Exchange {
  tell(document: string, message: ExchangeMessage): void;
  /**
   * Hears what others tell of a document; the answer ends it. `onLate` is called when that began only after the answer:
   * what was told before was lost.
   */
  follow(
    document: string,
    hear: (from: string, message: ExchangeMessage) => void,
    onLate: () => void,
  ): Promise<() => void>;
  /** A process is gone, and with it whoever was there. */
  onGone(listener: (process: string) => void): void;
  /** What was told meanwhile was lost. */
  onBack(listener: () => void): void;
}

/** One socket, as the engine sees it. */
export interface Peer {
  /** Unique among live sockets. */
  readonly id: string;
  readonly actor: Actor;
  /** Name and organisation as the account has them (SYNC-23). */
  readonly name: string;
  readonly organisation: string | null;
  send(name: string, message: unknown): void;
  /** Bytes that wait to be sent to it (SYNC-42). */
  backlog(): number;
  /** Ends the connection at once, without waiting for what was to be sent. */
  drop(): void;
  /** Starts and stops the delivery of `Broadcast.toDocument`. */
  enter(document: string): void | Promise<void>;
  exit(document: string): void | Promise<void>;
}

/** What an operator wants to know of the engine; numbers only. Times in milliseconds. */
export interface EngineMeter {
  /** A push was answered after so long: committed, or refused with this code. */
  answered(after: number, refusedWith: string | null): void;
  /** Rows were committed together; the oldest of them waited so long until its readers were told. */
  told(rows: number, after: number): void;
  joined(after: number): void;
  /** A reader did not keep up, and is brought back later. */
  setAside(): void;
  /** A reader was stuck and its connection ended. */
  letGo(): void;
  /** Something that follows from a commit threw an error of this kind; the commit stands. */
  faltered(kind: string): void;
}

export const noMeter: EngineMeter = {
  answered: () => undefined,
  told: () => undefined,
  joined: () => undefined,
  setAside: () => undefined,
  letGo: () => undefined,
  faltered: () => undefined,
};
