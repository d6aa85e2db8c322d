import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import {
  numberParagraphs,
  paragraphAnchor,
  type NumberedParagraph,
  type ParagraphNumber,
} from '@plenary/statements/domain';

export const marginKey = new PluginKey<DecorationSet>('margin');

/** Paragraphs never change, they are replaced: what follows from one is computed once. */
const known = new WeakMap<Node, NumberedParagraph>();

function outlined(node: Node): NumberedParagraph {
  const before = known.get(node);
  if (before) return before;
  const { kind, style, indent } = node.attrs as NumberedParagraph;
  let hasNote = false;
  node.forEach((child) => (hasNote ||= child.type.name === 'footnote'));
  const made = { kind, style, indent, empty: !hasNote && node.textContent.trim() === '' };
  known.set(node, made);
  return made;
}

/** What the margin says of each paragraph, in order. */
export function numbersOf(doc: Node): ParagraphNumber[] {
  return numberParagraphs(doc.children.map(outlined));
}

/**
 * The numbers of paragraphs, drawn beside the text and stored nowhere. They are drawn anew at each change: a change
 * from elsewhere replaces the whole text, and decorations mapped through it would be gone. Their keys keep what is
 * on the screen as it is.
 */
export function margin(labelOf: (label: string) => string): Plugin {
  return new Plugin<DecorationSet>({
    key: marginKey,
    state: {
      init: (_, state) => draw(state.doc, labelOf),
      apply: (transaction, before) => (transaction.docChanged ? draw(transaction.doc, labelOf) : before),
    },
    props: { decorations: (state: EditorState) => marginKey.getState(state) },
  });
}

function draw(doc: Node, labelOf: (label: string) => string): DecorationSet {
  const numbers = numbersOf(doc);
  const decorations: Decoration[] = [];
  let note = 0;
  doc.forEach((node, pos, index) => {
    const { label, listNumber } = numbers[index]!;
    const id = node.attrs['id'] as string | null;
    if (label && id) {
      const key = `${id} ${label}`;
      decorations.push(
        Decoration.widget(pos, () => numberLink(id, label, labelOf(label)), { side: -1, key }),
      );
    }
    if (listNumber !== null) {
      decorations.push(Decoration.node(pos, pos + node.nodeSize, { 'data-number': String(listNumber) }));
    }
    node.forEach((child, offset) => {
      if (child.type.name !== 'footnote') return;
      const at = pos + 1 + offset;
      decorations.push(Decoration.node(at, at + child.nodeSize, { 'data-number': String(++note) }));
    });
  });
  return DecorationSet.create(doc, decorations);
}

function numberLink(id: string, label: string, name: string): HTMLElement {
  const link = document.createElement('a');
  link.href = `#${paragraphAnchor(id)}`;
  link.className = 'paragraph-number';
  // "¶3" reads so in right-to-left pages, too.
  const number = document.createElement('bdi');
  number.dir = 'ltr';
  number.textContent = label;
  link.append(number);
  link.title = name;
  link.tabIndex = -1;
  link.contentEditable = 'false';
  link.draggable = false;
  link.setAttribute('aria-label', name);
  return link;
}
