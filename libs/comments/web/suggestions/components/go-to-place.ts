import type { LayerPart } from '@plenary/ground/text';
import { bindingIn } from '@plenary/ground/web/editor';
import type { Editor } from '@tiptap/core';
import { placeOf } from '../editor/suggestion-marks';

/** Brings the place of a suggestion into sight; the focus stays where it is. */
export function goToPlace(editor: Editor, parts: readonly LayerPart[]): void {
  const binding = bindingIn(editor.state);
  const pos = binding && placeOf(editor.state.doc, binding.text, parts);
  if (pos === null) return;
  const { node } = editor.view.domAtPos(Math.min(pos, editor.state.doc.content.size));
  const element = node instanceof HTMLElement ? node : node.parentElement;
  element?.scrollIntoView({ block: 'center' });
}
