import { largestUpdate } from '@plenary/ground/collab/client';
import type { Node } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { findKey, nothing, type FindState, type Found } from './find-marks';
import { fold, noCharacter, type Folded } from './folding';

/** What it weighs to replace once, beside the words. Bytes. */
const perReplacement = 60;

/** Paragraphs never change, they are replaced: each is folded once. */
const foldings = new WeakMap<Node, Folded>();

function folded(block: Node): Folded {
  let known = foldings.get(block);
  if (!known) {
    known = fold(block.textBetween(0, block.content.size, undefined, charactersOf));
    foldings.set(block, known);
  }
  return known;
}

const charactersOf = (leaf: Node): string => (leaf.type.name === 'hardBreak' ? '\n' : noCharacter);

/** All places at which it stands; of places that overlap, the first. */
function search(doc: Node, query: string): Found[] {
  const wanted = fold(query).text;
  const found: Found[] = [];
  if (wanted.trim() === '') return found;
  doc.forEach((block, pos) => {
    const { text, from, to } = folded(block);
    let at = text.indexOf(wanted);
    while (at >= 0) {
      found.push({ from: pos + 1 + from[at]!, to: pos + 1 + to[at + wanted.length - 1]! });
      at = text.indexOf(wanted, at + wanted.length);
    }
  });
  return found;
}

export function setQuery(view: EditorView, query: string): void {
  const asked: Partial<FindState> = { query, search: (doc) => search(doc, query) };
  view.dispatch(view.state.tr.setMeta(findKey, asked));
  show(view, 0);
}

/** Goes to the next or the one before, round the end. */
export function step(view: EditorView, by: 1 | -1): void {
  const { found, current } = findKey.getState(view.state) ?? nothing;
  if (found.length > 0) show(view, (current + by + found.length) % found.length);
}

/** Writes other words in the place of the one shown, and goes on. False for who may not write. */
export function replaceOne(view: EditorView, words: string): boolean {
  const { found, current } = findKey.getState(view.state) ?? nothing;
  const place = found[current];
  if (!place || !view.editable) return false;
  const { tr } = view.state;
  const end = place.from + write(tr, place, words);
  view.dispatch(tr.setMeta('uiEvent', 'replace'));
  // What was written may hold what is searched for: the next one stands behind it.
  const next = (findKey.getState(view.state) ?? nothing).found.findIndex(({ from }) => from >= end);
  show(view, Math.max(0, next));
  return true;
}

/**
 * Writes other words in all places, as one act. Says in how many; 0 for who may not write, and null where it would be
 * more than the server takes at once.
 */
export function replaceAll(view: EditorView, words: string): number | null {
  const { found } = findKey.getState(view.state) ?? nothing;
  if (found.length === 0 || !view.editable) return 0;
  if (found.length * (words.length * 3 + perReplacement) > largestUpdate) return null;
  const { tr } = view.state;
  for (const place of found.toReversed()) write(tr, place, words);
  view.dispatch(tr.setMeta('uiEvent', 'replace'));
  return found.length;
}

/** Words in the place of others, as bold as those were. A source that stands among them stays. Answers their length. */
function write(tr: Transaction, { from, to }: Found, words: string): number {
  const pieces: Found[] = [];
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isTextblock) return true;
    const piece = { from: Math.max(from, pos), to: Math.min(to, pos + node.nodeSize) };
    const last = pieces.at(-1);
    const isCharacters = node.isText || node.type.name === 'hardBreak';
    if (isCharacters && last?.to === piece.from) pieces[pieces.length - 1] = { ...last, to: piece.to };
    else if (isCharacters) pieces.push(piece);
    return false;
  });
  const first = pieces.shift();
  for (const piece of pieces.toReversed()) tr.delete(piece.from, piece.to);
  if (first) tr.insertText(words, first.from, first.to);
  return words.length;
}

function show(view: EditorView, index: number): void {
  const at = findKey.getState(view.state)?.found[index];
  if (!at) return;
  const { tr } = view.state;
  tr.setSelection(TextSelection.create(tr.doc, at.from, at.to)).setMeta(findKey, { current: index });
  view.dispatch(tr);
  // The editor itself scrolls to the selection only while it has the focus, which is in the search field.
  const { node } = view.domAtPos(at.from);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView?.({ block: 'center' });
}
