import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { RichParagraph, TextRules } from '@plenary/ground/text';
import { nodesFrom } from './page-nodes.js';
import type { ReadText } from './paste/rules.js';

/**
 * Puts what was read in the place of the selection. A piece joins the sentence; paragraphs with their ends stay
 * paragraphs; one that is gone from the text comes back as itself, by its id.
 */
export function paste(
  state: EditorState,
  read: ReadText,
  rules: TextRules,
  isShown: (id: string) => boolean,
): Transaction {
  const { tr } = state;
  if (read.paragraphs.length === 0) return tr;
  const paragraphs = withFreeIds(read.paragraphs, isShown);
  leaveLastEnd(tr, read);
  tr.deleteSelection();
  const isFirst = tr.selection.$from.parentOffset === 0;
  const nodes = nodesFrom(state.schema, isFirst ? withoutFirstSpace(paragraphs) : paragraphs, rules.usual);
  return new Pasting(tr, read, nodes, (node) => saysNothing(node, rules)).put().scrollIntoView();
}

class Pasting {
  private readonly first: Node;
  private readonly last: Node;
  private readonly isOne: boolean;

  constructor(
    private readonly tr: Transaction,
    private readonly read: ReadText,
    private readonly nodes: readonly Node[],
    private readonly saysNothing: (node: Node) => boolean,
  ) {
    [this.first, this.last] = [nodes[0]!, nodes.at(-1)!];
    this.isOne = nodes.length === 1;
  }

  put(): Transaction {
    const { $from } = this.tr.selection;
    if ($from.depth !== 1) return this.join();
    if ($from.parent.content.size === 0) return this.isBareWords() ? this.join() : this.inPlaceOf();
    if (this.standsApart() && isAmid(this.tr)) this.split();
    if (this.goesBehind()) return this.insert(this.tr.selection.$from.after(), -1);
    if (this.goesBefore()) return this.insert($from.before(), 1);
    if (this.firstsGoBefore()) return this.insertFirsts($from.before());
    return this.join();
  }

  /** Words that bring nothing of a paragraph with them. */
  private isBareWords(): boolean {
    return (
      this.isOne && this.read.openStart && this.first.attrs['id'] === null && this.saysNothing(this.first)
    );
  }

  /** The empty paragraph becomes the first of what comes and stays itself, unless that one comes back. */
  private inPlaceOf(): Transaction {
    const { tr, first } = this;
    const { $from } = tr.selection;
    const { attrs } = $from.parent;
    const from = $from.before();
    // Plain words in an empty item are an item.
    const own = !this.read.ended && this.saysNothing(first) ? attrs : first.attrs;
    const kept = first.type.create({ ...own, id: attrs['id'] ?? null }, first.content);
    const back = first.attrs['id'] === null ? kept : first;
    tr.replaceWith(from, $from.after(), Fragment.fromArray([back, ...this.nodes.slice(1)]));
    return this.caretAt(from + sizeOf(this.nodes) - 1);
  }

  /** Several whole paragraphs that are not of plain text do not become part of a sentence. */
  private standsApart(): boolean {
    const { openStart, openEnd } = this.read;
    return !this.isOne && !openStart && !openEnd && !(isText(this.first) && isText(this.last));
  }

  private split(): void {
    const { $from } = this.tr.selection;
    const { pos, parent } = $from;
    this.tr.split(pos, 1, [{ type: parent.type, attrs: { ...parent.attrs, id: null, start: 0 } }]);
    this.tr.setSelection(TextSelection.create(this.tr.doc, pos));
  }

  private goesBehind(): boolean {
    const { $from } = this.tr.selection;
    const { openStart, openEnd, ended } = this.read;
    if ($from.parentOffset < $from.parent.content.size || openStart) return false;
    return ended === true || (!isText(this.first) && !(this.isOne && openEnd));
  }

  private goesBefore(): boolean {
    const { openStart, openEnd, ended } = this.read;
    if (this.tr.selection.$from.parentOffset > 0 || openStart || openEnd) return false;
    return ended === true || !this.isOne || !isText(this.last);
  }

  private firstsGoBefore(): boolean {
    return this.tr.selection.$from.parentOffset === 0 && !this.isOne && !this.read.openStart;
  }

  private insert(at: number, side: 1 | -1): Transaction {
    this.tr.insert(at, this.nodes);
    return this.caretAt(at + sizeOf(this.nodes) + side);
  }

  /** All but the last, which begins the paragraph that is there. */
  private insertFirsts(at: number): Transaction {
    const firsts = this.nodes.slice(0, -1);
    const begin = at + sizeOf(firsts) + 1;
    this.tr.insert(at, firsts).insert(begin, this.last.content);
    return this.caretAt(begin + this.last.content.size);
  }

  private join(): Transaction {
    const { tr, last } = this;
    const { $from, from } = tr.selection;
    const nodes = [...this.nodes];
    // What stands behind the caret stays the item that it was.
    if (!this.isOne && this.saysNothing(last) && $from.parentOffset < $from.parent.content.size)
      nodes[nodes.length - 1] = last.type.create({ ...$from.parent.attrs, id: null, start: 0 }, last.content);
    tr.replace(from, from, new Slice(Fragment.fromArray(nodes), 1, 1));
    return this.caretAt(from + sizeOf(nodes) - 2);
  }

  private caretAt(pos: number): Transaction {
    const $pos = this.tr.doc.resolve(Math.max(0, Math.min(pos, this.tr.doc.content.size)));
    return this.tr.setSelection(TextSelection.near($pos, -1));
  }
}

/** An id is free once nothing in the text bears it. */
function withFreeIds(
  paragraphs: readonly RichParagraph[],
  isShown: (id: string) => boolean,
): RichParagraph[] {
  const seen = new Set<string>();
  return paragraphs.map(({ id, attributes, content }) => {
    if (id === undefined || isShown(id) || seen.has(id)) return { attributes, content };
    seen.add(id);
    return { id, attributes, content };
  });
}

/** A space before words parts them from what they came to; at the beginning of a paragraph there is nothing. */
function withoutFirstSpace([first, ...others]: readonly RichParagraph[]): RichParagraph[] {
  const [edge, ...content] = first!.content;
  if (!edge || !('text' in edge) || !edge.text.startsWith(' ')) return [first!, ...others];
  return [{ ...first!, content: [{ ...edge, text: edge.text.slice(1) }, ...content] }, ...others];
}

/** Whoever selects whole paragraphs, up to where the next begins, does not mean to glue that one to what comes. */
function leaveLastEnd(tr: Transaction, { ended }: ReadText): void {
  const { selection } = tr;
  const { $from, $to } = selection;
  if (ended || !(selection instanceof TextSelection) || $from.sameParent($to)) return;
  if ($from.parentOffset > 0 || $to.parentOffset > 0) return;
  tr.setSelection(TextSelection.create(tr.doc, $from.pos, $to.before() - 1));
}

const isAmid = ({ selection: { $from } }: Transaction): boolean =>
  $from.parentOffset > 0 && $from.parentOffset < $from.parent.content.size;

/** True for a paragraph of which nothing is said beside its characters. */
const saysNothing = (node: Node, { usual }: TextRules): boolean =>
  Object.entries(usual).every(([name, value]) => node.attrs[name] === value);

const isText = (node: Node): boolean => (node.attrs['style'] ?? 'text') === 'text';

const sizeOf = (nodes: readonly Node[]): number => nodes.reduce((sum, node) => sum + node.nodeSize, 0);
