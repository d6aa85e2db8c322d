import { directionOf, directionOfWords } from '@plenary/ground/kernel';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { paragraphWithin } from './margin';

export const directionsKey = new PluginKey<DecorationSet>('directions');

/** Paragraphs never change, they are replaced: each is looked at once. */
const known = new WeakMap<Node, boolean>();

/**
 * In a text from right to left paragraphs run as the text does; a whole sentence in Latin letters runs the other way,
 * unless somebody said so for the paragraph. Nothing is needed in texts from left to right: the browser decides there.
 */
export function directions(language: string): Plugin<DecorationSet>[] {
  if (directionOf(language) === 'ltr') return [];
  const isForeign = (node: Node): boolean => {
    let foreign = known.get(node);
    if (foreign === undefined) {
      foreign = node.attrs['direction'] === 'auto' && directionOfWords(node.textContent, language) === 'ltr';
      known.set(node, foreign);
    }
    return foreign;
  };
  const draw = (doc: Node): DecorationSet => {
    const found: Decoration[] = [];
    doc.forEach((node, pos) => {
      if (isForeign(node)) found.push(Decoration.node(pos, pos + node.nodeSize, { class: 'runs-from-left' }));
    });
    return DecorationSet.create(doc, found);
  };
  return [
    new Plugin<DecorationSet>({
      key: directionsKey,
      state: {
        init: (_, { doc }) => draw(doc),
        apply(transaction, before, { doc }) {
          if (!transaction.docChanged) return before;
          const at = paragraphWithin(transaction);
          const stays = at !== null && isForeign(doc.child(at)) === isForeign(transaction.doc.child(at));
          return stays ? before.map(transaction.mapping, transaction.doc) : draw(transaction.doc);
        },
      },
      props: { decorations: (state: EditorState) => directionsKey.getState(state) },
    }),
  ];
}
