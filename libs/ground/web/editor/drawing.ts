import { Fragment, type Node } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import type { FlatText } from '@plenary/ground/text';
import { differenceOf } from './difference.js';
import type { PageNodes } from './page-nodes.js';

/** Draws paragraphs that changed where they stand. False when the page is not made of the same paragraphs any more. */
export function drawChanged(
  tr: Transaction,
  text: FlatText,
  nodes: PageNodes,
  changed: ReadonlySet<string>,
): boolean {
  const { doc } = tr;
  if (doc.childCount !== text.page.length) return false;
  const places = [...changed].flatMap((id) => text.indexOf(id) ?? []).toSorted((one, other) => one - other);
  if (places.some((index) => doc.child(index).attrs['id'] !== text.page[index]!.id)) return false;
  for (const index of places) {
    const before = doc.child(index);
    const after = nodes.of(text.page[index]!, before);
    if (after !== before) drawParagraph(tr, posOf(tr.doc, index), before, after);
  }
  return true;
}

/** Brings the whole page in step: what is the same paragraph at both ends is left alone. */
export function drawOrder(tr: Transaction, text: FlatText, nodes: PageNodes): void {
  const { doc } = tr;
  const { page } = text;
  const least = Math.min(doc.childCount, page.length);
  const same = (node: Node, index: number) => nodes.of(page[index]!, node) === node;
  let from = 0;
  while (from < least && same(doc.child(from), from)) from++;
  let end = 0;
  while (end < least - from && same(doc.child(doc.childCount - 1 - end), page.length - 1 - end)) end++;
  const [before, after] = [doc.childCount - end - from, page.length - end - from];
  if (before === 0 && after === 0) return;
  const begin = posOf(doc, from);
  if (before === 1 && after === 1 && isAlike(doc.child(from), page[from]!.id)) {
    return drawParagraph(tr, begin, doc.child(from), nodes.of(page[from]!, doc.child(from)));
  }
  const drawn = Array.from({ length: after }, (_, at) => nodes.of(page[from + at]!));
  const shown = Array.from({ length: before }, (_, at) => doc.child(from + at));
  const { selection } = tr;
  tr.replaceWith(begin, begin + sizeOf(shown), Fragment.fromArray(drawn));
  // New paragraphs that only had no ids yet: the caret stays in them, where it stood.
  const stay = before === after && shown.every((node, at) => isAlike(node, page[from + at]!.id) && node.nodeSize === drawn[at]!.nodeSize); // prettier-ignore
  if (stay && selection instanceof TextSelection)
    tr.setSelection(TextSelection.create(tr.doc, selection.anchor, selection.head));
}

const sizeOf = (nodes: readonly Node[]): number => nodes.reduce((sum, node) => sum + node.nodeSize, 0);

const isAlike = (node: Node, id: string): boolean => node.attrs['id'] === id || !node.attrs['id'];

function drawParagraph(tr: Transaction, pos: number, before: Node, after: Node): void {
  for (const [name, value] of Object.entries(after.attrs)) {
    if (before.attrs[name] !== value) tr.setNodeAttribute(pos, name, value);
  }
  const differs = differenceOf(before.content, after.content);
  if (!differs) return;
  const { from, toBefore, toAfter } = differs;
  tr.replace(pos + 1 + from, pos + 1 + toBefore, after.slice(from, toAfter));
}

function posOf(doc: Node, index: number): number {
  let pos = 0;
  for (let at = 0; at < index; at++) pos += doc.child(at).nodeSize;
  return pos;
}
