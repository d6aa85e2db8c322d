import type { EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { draggedParagraphs, type TextBinding } from '@plenary/ground/web/editor';

/** What a drag of a paragraph's number carries: its id. Other programs do not know it. */
export const dragType = 'application/x-plenary-paragraph';

/** Moves the selected paragraphs past the one above (-1) or below (1). False at the border of the text. */
export function moveParagraphs(binding: TextBinding, state: EditorState, by: -1 | 1, act: boolean): boolean {
  const { doc, selection } = state;
  const [from, to] = [selection.$from.index(0), selection.$to.index(0)];
  const past = by < 0 ? from - 1 : to + 1;
  if (past < 0 || past >= doc.childCount) return false;
  if (!act) return true;
  const idAt = (index: number): string | null =>
    index < 0 ? null : (doc.child(index).attrs['id'] as string | null);
  // The one that is passed goes to the other side: one move, however many are selected.
  return binding.move(idAt(past)!, idAt(by < 0 ? to : from - 1));
}

/** A drop of whole paragraphs, dragged by their number or as a selection. True when it was one. */
export function dropParagraphs(
  binding: TextBinding,
  view: EditorView,
  event: DragEvent,
  moved: boolean,
): boolean {
  const named = event.dataTransfer?.getData(dragType);
  const ids = named ? [named] : draggedParagraphs(view, moved);
  if (!ids) return false;
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (!at) return true;
  const index = view.state.doc.resolve(at.pos).index(0);
  const target = view.nodeDOM(startOf(view, index)) as HTMLElement | null;
  const box = target?.getBoundingClientRect();
  const above = box !== undefined && event.clientY < box.top + box.height / 2;
  let behind = idBefore(view, index + (above ? 0 : 1), ids);
  for (const id of ids) {
    binding.move(id, behind);
    behind = id;
  }
  // The number had the focus; whoever thinks better of it undoes it here.
  view.focus();
  return true;
}

/** The nearest paragraph in front of a place that is not itself on the way. */
function idBefore(view: EditorView, place: number, moving: readonly string[]): string | null {
  const { doc } = view.state;
  for (let at = Math.min(place, doc.childCount) - 1; at >= 0; at--) {
    const id = String(doc.child(at).attrs['id']);
    if (!moving.includes(id)) return id;
  }
  return null;
}

function startOf(view: EditorView, index: number): number {
  let pos = 0;
  for (let at = 0; at < index; at++) pos += view.state.doc.child(at).nodeSize;
  return pos;
}
