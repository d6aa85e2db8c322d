import * as Y from 'yjs';
import { FlatText } from '../flat-text.js';
import { takeIn, type TextChange } from '../text-change.js';
import { TextEdit } from '../text-edit.js';
import { closedFormats } from '../text-rules.js';
import { TextUndo } from '../text-undo.js';
import { rules } from './rules.js';

export const fromOthers = 'others';

/** One person at a text: a copy of their own, what they see of it, and what they did that has not gone out yet. */
export class Writer {
  readonly doc: Y.Doc;
  readonly text: FlatText;
  readonly undo: TextUndo;
  /** Own updates that nobody else has. */
  readonly out: Uint8Array[] = [];
  /** Called after every transaction, once it was taken in. */
  afterEach: (transaction: Y.Transaction, change: TextChange) => void = () => undefined;
  private readonly mine = {};

  constructor(clientId: number, start: Uint8Array | null, gc = true, mostAtOnce?: number) {
    this.doc = new Y.Doc({ gc });
    this.doc.clientID = clientId;
    if (start) Y.applyUpdate(this.doc, start, fromOthers);
    this.text = new FlatText(this.doc);
    // So long that only `stopCapturing` ends an act: no clock has a part in the outcome.
    this.undo = new TextUndo(this.doc, this.mine, 1e12, mostAtOnce);
    this.doc.on('afterTransaction', (transaction: Y.Transaction) =>
      this.afterEach(transaction, takeIn(this.text, transaction)),
    );
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== fromOthers) this.out.push(update);
    });
  }

  get client(): number {
    return this.doc.clientID;
  }

  /** An act of its own: an undo takes it back alone. */
  edit<Result>(act: (edit: TextEdit) => Result): Result {
    this.undo.stopCapturing();
    return this.continue(act);
  }

  /** Goes on with the act before. */
  continue<Result>(act: (edit: TextEdit) => Result): Result {
    return this.doc.transact(
      (transaction) => act(new TextEdit(this.text, transaction, closedFormats(rules))),
      this.mine,
    );
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, fromOthers);
  }
}
