import * as Y from 'yjs';
import { rootsOf } from '../roots.js';

/**
 * What somebody wrote upon a text without writing into it: kept beside the text, which has not changed by one byte until
 * somebody takes it in.
 */
export interface Layer {
  /** All of it is written under this client id, which was given for this layer and for nothing else. */
  readonly client: number;
  /** A Yjs update that stands upon the text: everything under `client` from 0 on, and what it deletes. */
  readonly update: Uint8Array;
}

/** Origin of what a copy takes over from its text. */
export const fromText = Symbol('from the text');

/** A copy of a text with layers upon it, as if all of them had been taken in. Deleted characters can still be read. */
export function forkOf(text: Y.Doc, layers: readonly Layer[]): Y.Doc {
  const fork = new Y.Doc({ gc: false });
  rootsOf(fork);
  fork.transact(() => {
    Y.applyUpdate(fork, Y.encodeStateAsUpdate(text));
    for (const { update } of layers) Y.applyUpdate(fork, update);
  }, fromText);
  return fork;
}

/** Gathers what is written in a copy into one layer. What comes from the text has the origin `fromText`. */
export class LayerRecorder {
  private update: Uint8Array | null;
  private pending: Uint8Array[] = [];
  private readonly listen: (update: Uint8Array, origin: unknown) => void;

  /** Goes on from `before`, which the copy holds already. */
  constructor(
    private readonly fork: Y.Doc,
    before: Layer | null,
    onWritten: () => void = () => undefined,
  ) {
    this.update = before?.update ?? null;
    this.listen = (update, origin) => {
      if (origin === fromText) return;
      this.pending.push(update);
      onWritten();
    };
    fork.on('update', this.listen);
  }

  /** Null as long as nothing was written. */
  get layer(): Layer | null {
    if (this.pending.length > 0) {
      const known = this.update ? [this.update] : [];
      this.update = Y.mergeUpdates([...known, ...this.pending]);
      this.pending = [];
    }
    return this.update && { client: this.fork.clientID, update: this.update };
  }

  stop(): void {
    this.fork.off('update', this.listen);
  }
}
