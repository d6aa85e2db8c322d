import * as Y from 'yjs';
import { idOf, keyOf } from './item-id.js';
import { rootsOf } from './roots.js';
import { isStructure } from './sequence.js';

/** An undo wrote these letters anew: `[client, clock, length]` of those that were deleted. Keyed by the new ones. */
export type Restored = readonly [client: number, clock: number, length: number];

/**
 * TXT-4: takes back what one person did here, and nothing of others. Marks and ends stay in the text: a paragraph that
 * is no more is a fact taken back, and all that hangs on it is there again when the act is done anew. TXT-5: letters
 * that a deletion took away are written anew, which the text says of them, so that they keep their first author.
 */
export class TextUndo {
  readonly manager: Y.UndoManager;

  constructor(
    private readonly doc: Y.Doc,
    /** Origin of the transactions that count. */
    origin: unknown,
    /** Acts within so many milliseconds are one. */
    captureTimeout = 500,
  ) {
    const { text, blocks, formats } = rootsOf(doc);
    this.manager = new Y.UndoManager([text, blocks, formats] as Y.AbstractType<unknown>[], {
      trackedOrigins: new Set([origin]),
      captureTimeout,
      deleteFilter: (item) => !isStructure(item),
    });
  }

  get canUndo(): boolean {
    return this.manager.canUndo();
  }

  get canRedo(): boolean {
    return this.manager.canRedo();
  }

  /** False when there is nothing to take back. */
  undo(): boolean {
    return this.pop('undoing', () => this.manager.undo());
  }

  redo(): boolean {
    return this.pop('redoing', () => this.manager.redo());
  }

  /** What comes next is an act of its own. */
  stopCapturing(): void {
    this.manager.stopCapturing();
  }

  destroy(): void {
    this.manager.destroy();
  }

  /** One transaction for the letters and what is said of them. */
  private pop(doing: 'undoing' | 'redoing', act: () => { deletions: unknown } | null): boolean {
    let done = false;
    try {
      this.doc.transact((transaction) => {
        const popped = act();
        done = popped !== null;
        // The manager files the transaction when it is over, by what it is doing then.
        this.manager[doing] = true;
        if (popped) this.sayWhatWasRestored(transaction, popped.deletions);
      }, this.manager);
    } finally {
      this.manager[doing] = false;
    }
    return done;
  }

  private sayWhatWasRestored(transaction: Y.Transaction, deletions: unknown): void {
    const { text, restored } = rootsOf(this.doc);
    const { clientID } = this.doc;
    const from = transaction.beforeState.get(clientID) ?? 0;
    const pairs: [string, Restored][] = [];
    Y.iterateDeletedStructs(transaction, deletions as never, (struct) => {
      if (!(struct instanceof Y.Item) || struct.parent !== (text as unknown)) return;
      const anew = struct.redone;
      if (anew?.client !== clientID || anew.clock < from) return;
      const [client, clock] = idOf(struct);
      pairs.push([keyOf([anew.client, anew.clock]), [client, clock, struct.length]]);
    });
    for (const [key, pair] of pairs) restored.set(key, pair);
  }
}
