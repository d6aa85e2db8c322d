import * as Y from 'yjs';
import { idOf, keyOf } from './item-id.js';
import { rootsOf } from './roots.js';
import { isStructure } from './sequence.js';

/** An undo wrote these characters anew: `[client, clock, length]` of those that were deleted. Keyed by the new ones. */
export type Restored = readonly [client: number, clock: number, length: number];

/**
 * Bytes that one undo may bring. A larger one is done in parts, each an update of its own, as no server takes what is
 * larger than its limit.
 */
const mostAtOnce = 250_000;
/** What a piece of characters costs beside them: its item, and what is said of it. Bytes. */
const costOfPiece = 90;

type Step = Y.UndoManager['undoStack'][number];
type Deletions = Step['deletions'];
/** The other parts of the same act, itself among them. */
const partsOf = new WeakMap<Step, readonly Step[]>();

/**
 * TXT-4: takes back what one person did here, and nothing of others. Marks and ends stay in the text: a paragraph that
 * is no more is a fact taken back, and all that hangs on it is there again when the act is done anew. TXT-5: characters
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
    private readonly most = mostAtOnce,
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
    return this.popAll('undoing', () => this.manager.undo());
  }

  redo(): boolean {
    return this.popAll('redoing', () => this.manager.redo());
  }

  /** What comes next is an act of its own. */
  stopCapturing(): void {
    this.manager.stopCapturing();
  }

  destroy(): void {
    this.manager.destroy();
  }

  /** All parts of one act; what takes them back again belongs together, too. */
  private popAll(doing: 'undoing' | 'redoing', act: () => { deletions: unknown } | null): boolean {
    const { undoStack, redoStack } = this.manager;
    const [from, to] = doing === 'undoing' ? [undoStack, redoStack] : [redoStack, undoStack];
    const step = from.at(-1);
    if (!step) return false;
    const known = partsOf.get(step);
    const parts = known ?? this.divide(step);
    if (!known) from.splice(-1, 1, ...parts);
    const [left, before] = [from.length - parts.length, to.length];
    let done = false;
    while (from.length > left) done = this.pop(doing, act) || done;
    const back = to.slice(before);
    if (back.length > 1) for (const each of back) partsOf.set(each, back);
    return done;
  }

  /** The last part is done first: it has what is to be deleted, and the facts. */
  private divide(step: Step): Step[] {
    // Were each character a piece of its own.
    if (charactersIn(step.deletions) * costOfPiece < this.most) return [step];
    const { text } = rootsOf(this.doc);
    const others = Y.createDeleteSet();
    const parts: Deletions[] = [];
    let cost = Infinity;
    this.doc.transact((transaction) =>
      Y.iterateDeletedStructs(transaction, step.deletions, (struct) => {
        const isCharacters = struct instanceof Y.Item && struct.parent === (text as unknown);
        if (isCharacters && cost >= this.most) {
          parts.push(Y.createDeleteSet());
          cost = 0;
        }
        if (isCharacters) cost += costOfPiece + struct.length;
        addTo(isCharacters ? parts.at(-1)! : others, struct.id, struct.length);
      }),
    );
    if (parts.length < 2) return [step];
    for (const [client, ranges] of others.clients) {
      for (const { clock, len } of ranges) addTo(parts.at(-1)!, { client, clock }, len);
    }
    const made = parts.map((deletions) => withDeletions(step, deletions));
    for (const each of made) partsOf.set(each, made);
    return made;
  }

  /** One transaction for the characters and what is said of them. */
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

function charactersIn({ clients }: Deletions): number {
  let sum = 0;
  for (const ranges of clients.values()) for (const { len } of ranges) sum += len;
  return sum;
}

function addTo(
  { clients }: Deletions,
  { client, clock }: { client: number; clock: number },
  len: number,
): void {
  const ranges = clients.get(client);
  if (ranges) ranges.push({ clock, len });
  else clients.set(client, [{ clock, len }]);
}

/** The same step for a part of its characters. What it wrote stays named in each: that is never written anew. */
function withDeletions(step: Step, deletions: Deletions): Step {
  for (const ranges of deletions.clients.values()) ranges.sort((one, other) => one.clock - other.clock);
  const part = Object.create(Object.getPrototypeOf(step) as object) as Step;
  return Object.assign(part, step, { deletions, meta: new Map(step.meta) });
}
