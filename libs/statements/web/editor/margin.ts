import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import {
  numberParagraphs,
  paragraphAnchor,
  type NumberedParagraph,
  type ParagraphNumber,
} from '@plenary/statements/domain';
import { changedRange } from './changed-range';

export const marginKey = new PluginKey<DecorationSet>('margin');

/** Paragraphs never change, they are replaced: what follows from one is computed once. */
const known = new WeakMap<Node, NumberedParagraph>();

function outlined(node: Node): NumberedParagraph {
  const before = known.get(node);
  if (before) return before;
  const { kind, style, indent } = node.attrs as NumberedParagraph;
  const made = { kind, style, indent, empty: !hasNote(node) && node.textContent.trim() === '' };
  known.set(node, made);
  return made;
}

const hasNote = (node: Node): boolean => node.children.some((child) => child.type.name === 'footnote');

/** What the margin says of each paragraph, in order. */
export function numbersOf(doc: Node): ParagraphNumber[] {
  return numberParagraphs(doc.children.map(outlined));
}

/**
 * The numbers of paragraphs, drawn beside the text and stored nowhere. Typing in one paragraph moves them along; every
 * other change draws them anew. A change from elsewhere always does, since it replaces the whole text, and decorations
 * mapped through that would be gone. Their keys keep what is on the screen as it is.
 */
export function margin(labelOf: (label: string) => string): Plugin {
  return new Plugin<DecorationSet>({
    key: marginKey,
    state: {
      init: (_, state) => draw(state.doc, labelOf),
      apply(transaction, before, { doc }) {
        if (!transaction.docChanged) return before;
        const isFromElsewhere = transaction.getMeta(ySyncPluginKey) !== undefined;
        if (!isFromElsewhere && numbersStay(doc, transaction.doc)) {
          return before.map(transaction.mapping, transaction.doc);
        }
        return draw(transaction.doc, labelOf);
      },
    },
    props: { decorations: (state: EditorState) => marginKey.getState(state) },
  });
}

/** True when one paragraph alone was replaced, by one of which nothing in any margin follows otherwise. */
function numbersStay(before: Node, after: Node): boolean {
  const { from, to, fromEnd } = changedRange(before, after);
  if (to - from !== 1 || before.childCount - fromEnd - from !== 1) return false;
  const [was, is] = [before.child(from), after.child(from)];
  const [one, other] = [outlined(was), outlined(is)];
  return (
    was.attrs['id'] === is.attrs['id'] &&
    one.kind === other.kind &&
    one.style === other.style &&
    one.indent === other.indent &&
    one.empty === other.empty &&
    !hasNote(was) &&
    !hasNote(is)
  );
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
