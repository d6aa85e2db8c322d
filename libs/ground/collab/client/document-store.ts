import type { Right } from '@plenary/ground/kernel';

/** One stored update of a document's copy. `pending` is true until the server has acknowledged it. */
export interface StoredUpdate {
  readonly key: number;
  readonly update: Uint8Array;
  readonly pending: boolean;
}

export type NewUpdate = Omit<StoredUpdate, 'key'>;

/** What a device keeps of a document beside its text. */
export interface CopyFacts {
  readonly epoch: number;
  readonly schema: number;
  /** How texts are laid out; updates of another model are never applied to this page's text. */
  readonly model: number;
  /** The right the server last told. */
  readonly right: Right;
  /** When the copy was last known to be in step, by the device's clock. */
  readonly at?: number;
  /** The organisation for which the spare ids were given; absent where that is not known. */
  readonly writesFor?: string | null;
}

/** A document's copy as it was found. */
export interface StoredCopy {
  readonly facts: CopyFacts | null;
  /** In the order in which they were written. */
  readonly updates: readonly StoredUpdate[];
  /** Words of this document that were taken out of the way. */
  readonly aside: readonly Aside[];
}

/** Words that cannot be part of the text, kept until their author has seen them. */
export interface Aside {
  readonly document: string;
  /** Code of the refusal, or `local.damaged`. */
  readonly code: string;
  readonly text: string;
  /** The updates as they were found. */
  readonly updates: readonly Uint8Array[];
}

/** What a device holds of a document now, for a page that has it open. */
export interface Looked {
  /** Those with a key above the one that was asked for, in order. */
  readonly updates: readonly StoredUpdate[];
  /** Keys of everything on this device that the server does not have. */
  readonly pending: readonly number[];
  /** The highest key that there was. */
  readonly upTo: number;
  readonly aside: readonly Aside[];
}

/** What another page of this device did: `changed` what is kept, began a text `anew`, or `left`. */
export type Elsewhere = 'changed' | 'anew' | 'left';

/** Words of one document that the server does not have. */
export interface PendingWords {
  readonly document: string;
  readonly updates: readonly Uint8Array[];
}

/**
 * Where a device keeps documents. One record carries both the bytes and whether the server has them, so that the
 * two can never disagree after a crash. Each method is one transaction.
 */
export interface DocumentStore {
  /** False when nothing outlives the page (no storage, private window). */
  readonly kept: boolean;
  /**
   * A copy with a record that is not what was written is moved aside; what is sound and pending stays. Of a copy of an
   * older model the unsent words are put aside for their author, and the rest is forgotten; one of a newer model is
   * left to newer pages.
   */
  load(document: string): Promise<StoredCopy>;
  /** What there is now beside what has the keys up to `after`. */
  look(document: string, after: number): Promise<Looked>;
  /** Calls when another page of this device changed what is kept of a document; null when it may be any. */
  listen(listener: (what: Elsewhere, document: string | null) => void): () => void;
  /** Adds updates and answers their keys, in order. Rejects when the device's storage is full. */
  add(document: string, updates: readonly NewUpdate[]): Promise<readonly number[]>;
  /** The server has these: they are no longer pending. */
  acknowledge(document: string, keys: readonly number[]): Promise<void>;
  /** Puts one acknowledged update in the place of many. */
  compact(document: string, keys: readonly number[], whole: Uint8Array): Promise<void>;
  setFacts(document: string, facts: CopyFacts): Promise<void>;
  /** Keeps spare client ids for writing without a network. */
  addSpareIds(document: string, ids: readonly number[]): Promise<void>;
  /** Takes one spare id out; no two tabs ever get the same. */
  takeSpareId(document: string): Promise<number | null>;
  countSpareIds(document: string): Promise<number>;
  /** They were given for another organisation than the person speaks for now. */
  dropSpareIds(document: string): Promise<void>;
  /**
   * Forgets the copy, apart from edits that are not among `keys`. Words to be kept are put aside in the same transaction
   * that takes them out of the text; when another page was quicker, they are put aside already.
   */
  startAnew(document: string, keys: readonly number[], aside: Aside | null): Promise<void>;
  /** Forgets what the server has, and keeps the edits that it does not have. */
  removeAcknowledged(document: string): Promise<void>;
  /**
   * Forgets a copy of an earlier epoch (SYNC-24), as whoever opens it next would: unsent words are put aside for their
   * author. False where there is none.
   */
  forgetOlder(document: string, epoch: number): Promise<boolean>;
  /** Their author has seen the words that were put aside. */
  dropAside(document: string): Promise<void>;
  /** Documents with a text that this page can show. */
  listCopies(): Promise<readonly { readonly document: string; readonly at?: number }[]>;
  /** Documents with edits that the server does not have. */
  listPending(): Promise<readonly PendingWords[]>;
  /** Forgets everything. */
  clear(): Promise<void>;
  close(): void;
}
