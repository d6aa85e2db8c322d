import { limits } from '@plenary/ground/collab/protocol';
import type { DocumentStore } from './document-store.js';

export interface OpenOptions {
  /** Version of the document schema that the caller writes. */
  readonly schema: number;
  /** Where the copy on this device is kept; in memory by default. */
  readonly store?: DocumentStore;
  /** Closes the document, also while it is being opened. */
  readonly signal?: AbortSignal;
}

/** The largest update that the server takes, in bytes. */
export const largestUpdate = limits.updateBytes;
