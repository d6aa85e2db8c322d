import type { Right } from '@plenary/ground/kernel';

/** Words that the server did not take, for their author to copy. */
export interface RefusedWords {
  readonly code: string;
  readonly text: string;
  /** The refused edits as they are, Yjs updates V1. */
  readonly updates: readonly Uint8Array[];
}

export interface ProviderStatus {
  readonly connection: 'offline' | 'connecting' | 'online';
  /**
   * `opening`: the server has not been heard yet. `copy`: without it, a copy of `copyOf` is shown; nothing is unsent.
   * `saved`: the server has committed everything that this device held. `sending`: on its way. `on-device`: kept here
   * until the network is back. `not-kept`: only in this page; the device keeps nothing. `held`: kept here, and never
   * sent, since the right to write is lost.
   */
  readonly saving: 'opening' | 'copy' | 'saved' | 'sending' | 'on-device' | 'not-kept' | 'held';
  /** When the copy on this device was last in step, by this device's clock; null when that is not known. */
  readonly copyOf: number | null;
  /** Edits of all pages of this device that the server has not acknowledged. */
  readonly pending: number;
  /** The oldest of them waits for more than three seconds. */
  readonly late: boolean;
  /** What the server last said, perhaps at an earlier opening; null before. */
  readonly right: Right | null;
  /** True when edits may be made: the right holds, and a client id is at hand. */
  readonly writable: boolean;
  readonly refusal: RefusedWords | null;
  /** Code with which the server closed the document; null while it is open. */
  readonly closed: string | null;
  /** This page's schema is older than the server's: it reads until it is loaded anew. */
  readonly reloadNeeded: boolean;
  /** A copy on this device that could not be read, to be kept by its owner. */
  readonly damaged: Blob | null;
  /** There is a text to show. */
  readonly loaded: boolean;
}

export const firstStatus: ProviderStatus = {
  connection: 'connecting',
  saving: 'opening',
  copyOf: null,
  pending: 0,
  late: false,
  right: null,
  writable: false,
  refusal: null,
  closed: null,
  reloadNeeded: false,
  damaged: null,
  loaded: false,
};
