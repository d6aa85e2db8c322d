import * as Y from 'yjs';
import { anchorOf, passagesOf } from '../anchors.js';
import { authorsOf } from '../authors.js';
import { caretAt, placeOfCaret } from '../carets.js';
import { FlatText } from '../flat-text.js';
import { firstUpdate, pictureOf, readText } from '../rich-text.js';
import { rootsOf, type Roots } from '../roots.js';
import { takeIn } from '../text-change.js';
import { findViolation } from '../text-check.js';
import { rules } from './rules.js';

const lines = ['one', 'two', 'three', 'four'].map((text) => ({ attributes: {}, content: [{ text }] }));
const start = firstUpdate(lines, rules, 1);

/** The text of a hostile hand, and the same kept up by somebody who takes its updates in one by one. */
export function written(hand: (doc: Y.Doc, roots: Roots) => void): {
  kept: FlatText;
  reasons: (string | null)[];
} {
  const [doc, other] = [new Y.Doc(), new Y.Doc()];
  for (const each of [doc, other]) Y.applyUpdate(each, start);
  doc.clientID = 66;
  const kept = new FlatText(other);
  void kept.page.map(({ text }) => text);
  const reasons: (string | null)[] = [];
  other.on('afterTransaction', (transaction: Y.Transaction) => {
    takeIn(kept, transaction);
    reasons.push(findViolation(transaction, rules));
  });
  doc.on('update', (update: Uint8Array) => Y.applyUpdate(other, update));
  hand(doc, rootsOf(doc));
  return { kept, reasons };
}

/**
 * Reads all there is to read; every character that lives behind a mark stands on the page or in a hidden paragraph,
 * once.
 */
export function readEverything(kept: FlatText): void {
  const anew = new FlatText(kept.doc);
  const show = ({ page }: FlatText) =>
    page.map(({ id, text, runs }) => [id, text, runs.map(({ formats }) => formats)]);
  expect(show(kept)).toEqual(show(anew));
  expect(kept.order.flatMap(({ segments }) => segments)).toHaveLength(kept.segments.length);
  const characters = kept.order.flatMap(({ isShown, text }) => (isShown || text ? [text] : []));
  const shown = kept.page.map(({ text }) => text).join('');
  expect(shown.length).toBe(characters.join('').length);
  void [pictureOf(kept.doc), authorsOf(kept.doc), readText(kept.doc, ['kind'])];
  const { page } = kept;
  const [from, to] = [
    { paragraph: page[0]!, offset: 0 },
    { paragraph: page.at(-1)!, offset: page.at(-1)!.length },
  ];
  void [
    passagesOf(kept, anchorOf(kept, from, to)),
    placeOfCaret(kept, caretAt(to)),
    placeOfCaret(kept, [66, 0]),
  ];
}

/** As no editor does it: characters and things straight into the sequence. */
export function insertRaw(doc: Y.Doc, text: Y.Array<unknown>, index: number, what: unknown): void {
  doc.transact((transaction) => {
    const content = typeof what === 'string' ? new Y.ContentString(what) : new Y.ContentEmbed(what as object);
    let left: Y.Item | null = null;
    let rest = index;
    for (let item: Y.Item | null = text._start; item !== null && rest > 0; item = item.right) {
      if (item.deleted) continue;
      if (rest < item.length)
        Y.getItemCleanStart(transaction, Y.createID(item.id.client, item.id.clock + rest));
      rest -= Math.min(rest, item.length);
      left = item;
    }
    const right: Y.Item | null = left ? left.right : text._start;
    const at = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID));
    const item = new Y.Item(
      at,
      left,
      left && left.lastId,
      right,
      right && right.id,
      text as never,
      null,
      content,
    );
    item.integrate(transaction, 0);
  });
}
