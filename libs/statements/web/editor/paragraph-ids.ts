import type { Node } from '@tiptap/pm/model';
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { changedRange, type ChangedRange } from './changed-range';
import { newParagraphId } from './new-id';

/**
 * Paragraphs keep their ids (STM-12): after a change of this person's own, an unchanged paragraph keeps its id, else
 * the one that has its text; copies and new ones get a random id. Others' changes are left as they are: their
 * authors' editors, and the server, see to them, so that nothing flaps.
 */
export function paragraphIds(): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      if (!transactions.some((each) => each.docChanged)) return null;
      if (transactions.some((each) => each.getMeta(ySyncPluginKey))) return null;
      return withIds(before, after);
    },
  });
}

/** Places of paragraphs that need a new id; null when none does. */
function withIds(before: EditorState, after: EditorState): Transaction | null {
  const changed = changedRange(before.doc, after.doc);
  const touched = childrenOf(after.doc, changed.from, changed.to);
  if (!mayBeAmiss(touched, before.doc, changed)) return null;
  const holders = new Map<string, { node: Node; pos: number }[]>();
  const needing: number[] = [];
  after.doc.forEach((node, pos) => {
    const id = node.attrs['id'] as string | null;
    if (!id) needing.push(pos);
    else holders.set(id, [...(holders.get(id) ?? []), { node, pos }]);
  });
  for (const [id, same] of holders) {
    if (same.length < 2) continue;
    const owner = ownerOf(same, nodeWithId(before.doc, id));
    needing.push(...same.filter((each) => each !== owner).map((each) => each.pos));
  }
  if (needing.length === 0) return null;
  const repair = after.tr;
  for (const pos of needing) repair.setNodeAttribute(pos, 'id', newParagraphId());
  return repair;
}

function childrenOf(doc: Node, from: number, to: number): Node[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => doc.child(from + index));
}

/** Typing in one paragraph leaves it with its id: nothing has to be looked at. */
function mayBeAmiss(touched: readonly Node[], before: Node, { from, fromEnd }: ChangedRange): boolean {
  if (touched.length === 0) return false;
  const [only] = touched;
  const was = before.childCount - fromEnd - from === 1 ? before.child(from) : null;
  return !(touched.length === 1 && was && only!.attrs['id'] && only!.attrs['id'] === was.attrs['id']);
}

function nodeWithId(doc: Node, id: string): Node | null {
  let found: Node | null = null;
  doc.forEach((node) => {
    if (node.attrs['id'] === id) found ??= node;
  });
  return found;
}

function ownerOf(same: readonly { node: Node; pos: number }[], was: Node | null) {
  const unchanged = was && same.find(({ node }) => node === was || node.eq(was));
  if (unchanged) return unchanged;
  return same.reduce((best, each) => (each.node.content.size > best.node.content.size ? each : best));
}
