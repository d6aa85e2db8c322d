import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Says in an empty text what may be written there. Looks at no more than the first paragraph at each key. */
export function placeholder(words: string): Plugin {
  return new Plugin({
    props: {
      decorations({ doc }) {
        const { firstChild } = doc;
        if (doc.childCount !== 1 || firstChild!.content.size > 0) return null;
        const attributes = { class: 'is-empty', 'data-placeholder': words };
        return DecorationSet.create(doc, [Decoration.node(0, firstChild!.nodeSize, attributes)]);
      },
    },
  });
}
