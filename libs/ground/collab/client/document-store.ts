/** One stored update of a document's copy. `pending` is true until the server has acknowledged it. */
export interface StoredUpdate {
  readonly key: number;
  readonly update: Uint8Array;
  readonly pending: boolean;
}

/** What a device keeps of a document beside its text. */
export interface CopyFacts {
  readonly epoch: number;
  readonly schema: number;
}

/** A document's copy as it was found. */
export interface LocalCopy {
  readonly facts: CopyFacts | null;
  readonly updates: readonly StoredUpdate[];
}

/**
 * Where a device keeps documents. One record carries both the bytes and whether the server has them, so that the
 * two can never disagree after a crash.
 */
export interface DocumentStore {
  /** False when nothing outlives the page (no storage, private window). */
  readonly kept: boolean;
  load(document: string): Promise<LocalCopy>;
  /** Adds an update and answers its key. Rejects when the device's storage is full. */
  add(document: string, update: Uint8Array, pending: boolean): Promise<number>;
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
  /** Forgets what the server has, and keeps the edits that it does not have. */
  removeAcknowledged(document: string): Promise<void>;
  /** Forgets the copy of one document. */
  remove(document: string): Promise<void>;
  /** Documents with edits that the server does not have. */
  listPending(): Promise<readonly { document: string; updates: readonly Uint8Array[] }[]>;
  /** Forgets everything. */
  clear(): Promise<void>;
  close(): void;
}
