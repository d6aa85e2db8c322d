import * as Y from 'yjs';

/** State vectors for which a difference is remembered at a time. */
const mostRemembered = 50;

/**
 * SYNC-43: what newcomers lack. A hall that comes back at once asks the same again and again: each answer is made
 * once for a state of the text, and shared.
 */
export class Differences {
  private seq = -1;
  private readonly made = new Map<string, Uint8Array>();
  private own: Uint8Array | null = null;

  constructor(
    private readonly text: Y.Doc,
    /** The whole text as it was read, so that the first visitor need not wait for it to be encoded anew. */
    stored: { readonly seq: number; readonly whole: Uint8Array } | null,
  ) {
    if (!stored) return;
    this.seq = stored.seq;
    this.made.set(nothingKnown, stored.whole);
  }

  /** What somebody lacks whose copy has this state vector, when the last row in the text is `seq`. */
  for(stateVector: Uint8Array, seq: number): Uint8Array {
    this.turnTo(seq);
    const key = Buffer.from(stateVector).toString('latin1');
    const known = this.made.get(key);
    if (known) return known;
    const update = Y.encodeStateAsUpdate(this.text, stateVector);
    if (this.made.size < mostRemembered) this.made.set(key, update);
    return update;
  }

  /** State vector of the text itself. */
  ownVector(seq: number): Uint8Array {
    this.turnTo(seq);
    this.own ??= Y.encodeStateVector(this.text);
    return this.own;
  }

  private turnTo(seq: number): void {
    if (this.seq === seq) return;
    this.seq = seq;
    this.made.clear();
    this.own = null;
  }
}

/** The state vector of an empty document: no clients. */
const nothingKnown = '\0';
