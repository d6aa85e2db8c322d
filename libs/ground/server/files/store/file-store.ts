import type { Readable } from 'node:stream';

/** What is read of a file: from the first byte to the last, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** What was kept: its length, and the digest by which damage is found. */
export interface StoredBytes {
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

export type ByteSource = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Keeps the bytes of files under ids that the server made. It knows no rows, rights or kinds. An id is given to one file
 * alone and never to another, so that no reader meets other bytes than those it asked for.
 */
export abstract class FileStore {
  /** Makes sure that it can be used, before anybody leans on it. Throws `StartupError`. */
  abstract prepare(): Promise<void>;

  /** Resolves once the bytes are on the disk whole. Cut short, it leaves nothing that `open` would find. */
  abstract put(id: string, source: ByteSource): Promise<StoredBytes>;

  /** Null where there is none. Whoever gets a stream reads or destroys it. */
  abstract open(id: string, range?: ByteRange): Promise<Readable | null>;

  /** Its length; null where there is none. */
  abstract size(id: string): Promise<number | null>;

  /** Takes it away, and what was begun under that id. What is not there is no error. */
  abstract delete(id: string): Promise<void>;

  /** Where an operator finds it. */
  abstract nameOf(id: string): Promise<string>;

  /** Every id of which there is anything, in no order. */
  abstract ids(): AsyncIterable<string>;
}
