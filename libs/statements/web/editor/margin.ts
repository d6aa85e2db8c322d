import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import {
  numberParagraphs,
  paragraphAnchor,
  type NumberedParagraph,
  type ParagraphNumber,
} from '@plenary/statements/domain';
import { dragType } from './moving';

export const marginKey = new PluginKey<DecorationSet>('margin');

interface Outlined extends NumberedParagraph {
  readonly hasNote: boolean;
}

/** Paragraphs never change, they are replaced: what follows from one is computed once. */
const known = new WeakMap<Node, Outlined>();

function outlined(node: Node): Outlined {
  const before = known.get(node);
  if (before) return before;
  const { kind, style, indent, start } = node.attrs as NumberedParagraph;
  const hasNote = node.children.some((child) => child.type.name === 'footnote');
  const empty = !hasNote && node.textContent.trim() === '';
  const made = { kind, style, indent, start, empty, hasNote };
  known.set(node, made);
  return made;
}

/** What the margin says of each paragraph, in order. */
export function numbersOf(doc: Node): ParagraphNumber[] {
  return numberParagraphs(doc.children.map(outlined));
}

/**
 * The numbers of paragraphs, drawn beside the text and stored nowhere. Typing in one paragraph, one's own or another's,
 * moves them along; every other change draws them anew. Their keys keep what is on the screen as it is.
 */
export function margin(labelOf: (label: string) => string): Plugin {
  return new Plugin<DecorationSet>({
    key: marginKey,
    state: {
      init: (_, state) => draw(state.doc, labelOf),
      apply(transaction, before, { doc }) {
        if (!transaction.docChanged) return before;
        const within = paragraphWithin(transaction);
        if (within !== null && numberStays(doc.child(within), transaction.doc.child(within))) {
          return quick(before.map(transaction.mapping, transaction.doc));
        }
        return draw(transaction.doc, labelOf);
      },
    },
    props: { decorations: (state: EditorState) => marginKey.getState(state) },
  });
}

/** The one paragraph within which all steps stay; null when there is more to it. */
export function paragraphWithin({ steps, docs }: Transaction): number | null {
  let within: number | null = null;
  for (const [at, step] of steps.entries()) {
    if (!(step instanceof ReplaceStep)) return null;
    const [$from, $to] = [docs[at]!.resolve(step.from), docs[at]!.resolve(step.to)];
    const inside = $from.depth === 1 && $from.sameParent($to) && step.slice.openStart === 0;
    if (!inside || step.slice.content.firstChild?.isBlock) return null;
    if (within !== null && within !== $from.index(0)) return null;
    within = $from.index(0);
  }
  return within;
}

/** True when nothing in any margin follows otherwise from what a paragraph is now. */
function numberStays(was: Node, is: Node): boolean {
  const [one, other] = [outlined(was), outlined(is)];
  return was.sameMarkup(is) && one.empty === other.empty && !one.hasNote && !other.hasNote;
}

function draw(doc: Node, labelOf: (label: string) => string): DecorationSet {
  const numbers = numbersOf(doc);
  const decorations: Decoration[] = [];
  let note = 0;
  doc.forEach((node, pos, index) => {
    const { cited, listNumber } = numbers[index]!;
    const id = node.attrs['id'] as string | null;
    if (cited && id) {
      const key = `${id} ${cited}`;
      decorations.push(
        Decoration.widget(pos, () => numberLink(id, cited, labelOf(cited)), { side: -1, key }),
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
  return quick(DecorationSet.create(doc, decorations));
}

/**
 * Of what the margin draws, only the numbers of notes stand within paragraphs. A set searches all that it has for what
 * is within a paragraph, for each paragraph at every key: 4 million looks with 2,000 numbers.
 */
function quick(set: DecorationSet): DecorationSet {
  // The one empty set is everybody's.
  if (set === DecorationSet.empty) return set;
  const search = set.forChild.bind(set);
  set.forChild = (offset, node) =>
    node.isTextblock && !outlined(node).hasNote ? DecorationSet.empty : search(offset, node);
  return set;
}

/** Of an item the margin shows the last part of how it is cited: `(b)`. */
function numberLink(id: string, cited: string, name: string): HTMLElement {
  const link = document.createElement('a');
  const label = cited.split(' ').at(-1)!;
  link.href = `#${paragraphAnchor(id)}`;
  link.className = label === cited ? 'paragraph-number' : 'paragraph-number of-item';
  // "¶3" reads so in right-to-left pages, too.
  const number = document.createElement('bdi');
  number.dir = 'ltr';
  number.textContent = label;
  link.append(number);
  link.title = name;
  link.tabIndex = -1;
  link.contentEditable = 'false';
  // The number is what a paragraph is taken by.
  link.draggable = true;
  link.addEventListener('dragstart', (event) => {
    event.stopPropagation();
    event.dataTransfer?.setData(dragType, id);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  });
  link.setAttribute('aria-label', name);
  return link;
}
