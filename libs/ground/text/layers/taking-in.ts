import * as Y from 'yjs';
import type { FlatText } from '../flat-text.js';
import { isFormatSpan } from '../format-spans.js';
import { keyOf, type ItemId } from '../item-id.js';
import { blockKey, facts, rootsOf } from '../roots.js';
import { deleteCharacters, findItem, isStructure, writeBehind } from '../sequence.js';
import { actsKnown, type Closed } from '../text-edit.js';
import { deedOf, sameSaid, type Deed, type DeletedCharacters } from './deed.js';
import type { Layer } from './layer.js';
import { stateOf, type LayerPart } from './layer-parts.js';
import { DeletedNumbers } from '../number-ranges.js';
import { isBroughtBack } from './read-layers.js';
import { reword, type Reworded, type Rewording } from './rewording.js';
import { saidBy } from './said-by.js';

/** What is to be written into a text, and what it does there. */
export interface Writing {
  readonly update: Uint8Array;
  readonly deed: Deed;
}

export interface TakenIn extends Writing {
  /**
   * Null where all was taken in as it was suggested. Otherwise `update` is the layer alone, and `set` what who takes it in
   * does to it, to be written behind it in their name.
   */
  readonly reworded: (Reworded & { readonly set: Uint8Array }) | null;
}

/**
 * Takes a layer in: what of it still stands where it was meant. Left out are characters that were to replace others which
 * are gone, and words that the layer deleted and brought back while somebody else deleted them. Null when nothing is
 * left. `fork` is a copy of `text` with this layer alone, whose client id was given to who takes it in; it changes. Under
 * that id stand the words of `rewordings`, each in place of some that the layer writes; `closed`: as the rules say.
 */
export function takeLayerIn(
  text: FlatText,
  fork: FlatText,
  layer: Layer,
  parts: readonly LayerPart[],
  rewordings: readonly Rewording[] = [],
  closed: Closed = new Set(),
): TakenIn | null {
  if (stateOf(parts) === 'void') return null;
  let reworded: Reworded | null = null;
  const set = recorded(fork.doc, (transaction) => {
    leaveOut(text, fork, transaction, parts);
    if (rewordings.length > 0) reworded = reword(fork, transaction, parts, rewordings, closed);
    for (const id of broughtBackInVain(text, fork, layer)) deleteCharacters(transaction, id, 1);
    sayAnew(text, fork, layer);
  });
  const update = set ? Y.mergeUpdates([layer.update, set]) : layer.update;
  const deed = deedOf(text.doc, fork.doc, update);
  if (reworded && set)
    return isNothing(deed)
      ? null
      : { update: layer.update, deed, reworded: { ...(reworded as Reworded), set } };
  return { update, deed, reworded: null };
}

/**
 * Takes back what was done: what was written goes, what was deleted is written anew as its author's, and what was said is
 * as before, where nobody has said something else since. Others' words stay. The client id of `copy`, a copy of the text
 * as it is now, was given to who takes it back; it changes. Null when nothing of it is there any more.
 */
export function takeBack(copy: FlatText, deed: Deed): Writing | null {
  const before = new Y.Doc({ gc: false });
  rootsOf(before);
  Y.applyUpdate(before, Y.encodeStateAsUpdate(copy.doc));
  const update = recorded(copy.doc, (transaction) => {
    // First what came: some of it may stand for what went.
    for (const { id, length } of deed.written) deleteWithCopies(copy, transaction, id, length);
    for (const each of deed.deleted) writeAnew(copy, transaction, each);
    const { blocks, formats } = copy.roots;
    for (const each of deed.said) sayBefore(blocks, each);
    for (const each of deed.spans) sayBefore(formats, each);
  });
  return update && { update, deed: deedOf(before, copy.doc, update) };
}

const isNothing = ({ written, deleted, said, spans }: Deed): boolean =>
  [written, deleted, said, spans].every(({ length }) => length === 0);

/** What one transaction writes, as an update; null for nothing. */
function recorded(doc: Y.Doc, act: (transaction: Y.Transaction) => void): Uint8Array | null {
  let written: Uint8Array | null = null;
  const listen = (update: Uint8Array) => void (written = update);
  doc.once('update', listen);
  doc.transact(act);
  doc.off('update', listen);
  return written;
}

function leaveOut(
  text: FlatText,
  fork: FlatText,
  transaction: Y.Transaction,
  parts: readonly LayerPart[],
): void {
  for (const part of parts) {
    if (part.kind !== 'characters' || part.state !== 'void') continue;
    for (const piece of part.pieces) {
      if (piece.kind === 'inserted') deleteCharacters(transaction, piece.id, piece.text.length);
      if (piece.kind === 'break') sayAgain(fork.roots.blocks, blockKey(piece.paragraphId, facts.own), text);
    }
  }
}

/** What the text says of it, if anything. */
function sayAgain(blocks: Y.Map<unknown>, key: string, text: FlatText): void {
  const before = text.roots.blocks.get(key);
  if (before === undefined) blocks.delete(key);
  else blocks.set(key, before);
}

/** Characters that the layer wrote anew for some of the text that somebody else has deleted since. */
function broughtBackInVain(text: FlatText, fork: FlatText, { client, update }: Layer): ItemId[] {
  const found: ItemId[] = [];
  const layer = { client, deleted: new DeletedNumbers(update) };
  for (const key of fork.roots.restored.keys()) {
    const [by, clock] = key.split('.').map(Number) as [number, number];
    const [, , length] = fork.roots.restored.get(key) as [number, number, number];
    for (let at = clock; by === client && at < clock + length; at++) {
      const isBack = isBroughtBack(fork, layer, [client, at]);
      if (isBack && !isThere(text, fork.restorations.firstOf([client, at]))) found.push([client, at]);
    }
  }
  return found;
}

/** A character as it was first typed, or what undos wrote anew for it. */
const isThere = (text: FlatText, id: ItemId): boolean =>
  [id, ...text.restorations.allAnewFor(id)].some((each) => isAlive(text, each));

const isAlive = (text: FlatText, id: ItemId): boolean =>
  findItem(text.doc, text.roots.text, id)?.deleted === false;

/** Taken in now, it is the newest: what was said by others since it was written does not outweigh it. */
function sayAnew(text: FlatText, fork: FlatText, layer: Layer): void {
  const { blocks, formats } = fork.roots;
  const takenBack = new DeletedNumbers(layer.update);
  const [said, spans] = [blocks, formats].map((map) => saidBy(fork.doc, map, layer.client, takenBack));
  for (const [key, value] of said!) if (!sameSaid(blocks.get(key), value)) blocks.set(key, value);
  for (const [key, span] of spans!) {
    const t = Math.max(actsKnown(fork.doc), text.spans.latest + 1);
    if (isFormatSpan(span) && text.spans.latest >= span.t) formats.set(key, { ...span, t });
  }
}

function sayBefore(
  root: Y.Map<unknown>,
  { key, before, now }: { readonly key: string; readonly before?: unknown; readonly now?: unknown },
): void {
  if (!sameSaid(root.get(key), now)) return;
  if (before === undefined) root.delete(key);
  else root.set(key, before);
}

/** Characters that are not there, each piece in the place where it stood; TXT-5: they stay their author's. */
function writeAnew(
  copy: FlatText,
  transaction: Y.Transaction,
  { id, length, content }: DeletedCharacters,
): void {
  const [client, from] = id;
  const { text, restored } = copy.roots;
  for (let clock = from; clock < from + length;) {
    const old = Y.getItemCleanStart(transaction, Y.createID(client, clock)) as Y.Item;
    let end = clock;
    const isBack = isThere(copy, copy.restorations.firstOf([client, clock]));
    while (
      end < Math.min(from + length, old.id.clock + old.length) &&
      isThere(copy, copy.restorations.firstOf([client, end])) === isBack
    )
      end++;
    if (!isBack) {
      Y.getItemCleanStart(transaction, Y.createID(client, clock));
      const anew = writeBehind(
        transaction,
        text,
        old.left,
        typeof content === 'string'
          ? new Y.ContentString(content.slice(clock - from, end - from))
          : new Y.ContentEmbed(content as object),
      );
      restored.set(keyOf([anew.id.client, anew.id.clock]), [client, clock, end - clock]);
    }
    clock = end;
  }
}

function deleteWithCopies(copy: FlatText, transaction: Y.Transaction, id: ItemId, length: number): void {
  for (let at = 0; at < length; at++) {
    const one: ItemId = [id[0], id[1] + at];
    for (const each of [one, ...copy.restorations.allAnewFor(one)]) {
      const item = findItem(copy.doc, copy.roots.text, each);
      if (item && !item.deleted && !isStructure(item)) deleteCharacters(transaction, each, 1);
    }
  }
}
