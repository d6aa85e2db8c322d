import type { EditorView } from '@tiptap/pm/view';

/** Where the browser has the selection: an editor that is only read need not have heard of it. */
export function selectedIn(view: EditorView): { from: number; to: number } | null {
  const { dom, state } = view;
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  if (range && dom.contains(range.startContainer) && dom.contains(range.endContainer)) {
    const from = view.posAtDOM(range.startContainer, range.startOffset);
    return { from, to: Math.max(from, view.posAtDOM(range.endContainer, range.endOffset)) };
  }
  return view.editable || !state.selection.empty ? state.selection : null;
}
