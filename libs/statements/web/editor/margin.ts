import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import {
  numberParagraphs,
  paragraphAnchor,
  type NumberedParagraph,
  type ParagraphNumber,
} from '@plenary/statements/domain';

interface Margin {
  readonly numbers: readonly ParagraphNumber[];
  readonly decorations: DecorationSet;
}

export const marginKey = new PluginKey<Margin>('margin');

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
 * The numbers of paragraphs, drawn beside the text and stored nowhere. They are computed from one another again at
 * each change (a pointer comparison per paragraph), and drawn again only when one of them changed.
 */
export function margin(labelOf: (label: string) => string): Plugin {
  const read = (doc: Node): Margin => {
    const numbers = numbersOf(doc);
    return { numbers, decorations: draw(doc, numbers, labelOf) };
  };
  return new Plugin<Margin>({
    key: marginKey,
    state: {
      init: (_, state) => read(state.doc),
      apply(transaction, before, was) {
        if (!transaction.docChanged) return before;
        const numbers = numbersOf(transaction.doc);
        if (same(numbers, before.numbers) && sameIds(was.doc, transaction.doc)) {
          return { numbers, decorations: before.decorations.map(transaction.mapping, transaction.doc) };
        }
        return { numbers, decorations: draw(transaction.doc, numbers, labelOf) };
      },
    },
    props: { decorations: (state: EditorState) => marginKey.getState(state)?.decorations },
  });
}

function same(one: readonly ParagraphNumber[], other: readonly ParagraphNumber[]): boolean {
  return (
    one.length === other.length &&
    one.every((each, i) => each.label === other[i]!.label && each.listNumber === other[i]!.listNumber)
  );
}

function sameIds(one: Node, other: Node): boolean {
  for (let i = 0; i < other.childCount; i++) {
    const [a, b] = [one.maybeChild(i), other.child(i)];
    if (a !== b && a?.attrs['id'] !== b.attrs['id']) return false;
  }
  return true;
}

function draw(
  doc: Node,
  numbers: readonly ParagraphNumber[],
  labelOf: (label: string) => string,
): DecorationSet {
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
  link.textContent = label;
  link.title = name;
  link.tabIndex = -1;
  link.contentEditable = 'false';
  link.draggable = false;
  link.setAttribute('aria-label', name);
  return link;
}
