import { Fragment, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { harmless } from '@plenary/ground/kernel';
import { paragraphName } from './paragraph-node';

/** The lines of a clipboard's plain words. For when what reads more cannot be loaded. */
export const linesOf = (words: string): string[] =>
  harmless(words)
    .replace(/\ufffc/g, ' ')
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Puts lines in the place of the selection, each a paragraph; the first and the last join what stands around. */
export function putLines(view: EditorView, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const { schema, tr } = view.state;
  const nodes = lines.map((line) => schema.nodes[paragraphName]!.create(null, schema.text(line)));
  const slice = new Slice(Fragment.fromArray(nodes), 1, 1);
  view.dispatch(tr.replaceSelection(slice).scrollIntoView().setMeta('uiEvent', 'paste'));
}
