import type { Fragment, Node, Slice } from '@tiptap/pm/model';
import { AddMarkStep, AttrStep, RemoveMarkStep, ReplaceStep, type Step } from '@tiptap/pm/transform';
import {
  placeOfCaret,
  unusual,
  type AttributeValue,
  type FlatText,
  type PageParagraph,
  type TextEdit,
  type TextPlace,
  type TextRules,
} from '@plenary/ground/text';
import { differenceOf } from './difference.js';
import { cutsSign, inlinesOf, valueOf } from './inlines.js';
import { paragraphName } from './page-nodes.js';
import { ShownTarget, type HeldParagraph, type Target } from './target.js';

/** A place in an editor's document: within a paragraph, or in front of one (`offset` null). */
interface Place {
  readonly index: number;
  readonly offset: number | null;
}

function placeIn(doc: Node, pos: number): Place {
  const $pos = doc.resolve(pos);
  return { index: $pos.index(0), offset: $pos.depth > 0 ? $pos.parentOffset : null };
}

/** Writes what somebody did in an editor into a text: one step after the other, as the acts that they are. */
export class LocalActs {
  constructor(
    private readonly text: FlatText,
    private readonly edit: TextEdit,
    private readonly rules: TextRules,
    private readonly held: HeldParagraph | null,
  ) {}

  take(step: Step, before: Node, after: Node): void {
    if (step instanceof ReplaceStep) this.replace(before, step.from, step.to, step.slice);
    else if (step instanceof AddMarkStep) this.format(before, step, valueOf(step.mark));
    else if (step instanceof RemoveMarkStep) this.format(before, step, null);
    else if (step instanceof AttrStep) this.attribute(before, step);
    else this.compare(before, after);
  }

  private replace(doc: Node, from: number, to: number, slice: Slice): void {
    const [begin, end] = [placeIn(doc, from), placeIn(doc, to)];
    const inline = inlineOf(slice);
    if (inline && begin.offset !== null && end.offset !== null && begin.index === end.index) {
      this.target(doc, begin.index).replace(begin.offset, end.offset, inlinesOf(inline));
    } else this.replaceParagraphs(doc, begin, end, slice);
  }

  /** More than one paragraph is concerned. What stays keeps its characters; nothing of it is written anew. */
  private replaceParagraphs(doc: Node, begin: Place, end: Place, slice: Slice): void {
    const nodes = paragraphsOf(slice);
    const left = begin.offset === null ? null : this.target(doc, begin.index);
    const right = end.offset === null ? null : this.target(doc, end.index);
    const behind = left ? left.paragraph : begin.index > 0 ? this.paragraphAt(doc, begin.index - 1) : null;
    if (left && right && begin.index === end.index)
      return this.split(left, begin.offset!, end.offset!, nodes);
    const from = begin.index + (left ? 1 : 0);
    const removed = Array.from({ length: Math.max(0, end.index - from) }, (_, at) => ({
      node: doc.child(from + at),
      paragraph: this.paragraphAt(doc, from + at),
    }));
    left?.replace(begin.offset!, left.text.length, []);
    right?.replace(0, end.offset!, []);
    // Typed over a selection of several: characters that bring no border of a paragraph.
    if (slice.content.firstChild?.isInline)
      left?.replace(begin.offset!, begin.offset!, inlinesOf(slice.content));
    const closed = [...nodes];
    const first = left && slice.openStart > 0 ? closed.shift() : undefined;
    const last = right && slice.openEnd > 0 ? closed.pop() : undefined;
    if (first) left!.replace(left!.text.length, left!.text.length, inlinesOf(first.content));
    if (last) {
      this.setAttributes(right!.paragraph, last);
      right!.replace(0, 0, inlinesOf(last.content));
    }
    this.putIn(closed, behind, removed);
    if (left && right && !last) this.edit.join(right.paragraph, left.paragraph);
  }

  /** Enter, or several paragraphs that come into one. */
  private split(target: Target, from: number, to: number, nodes: readonly Node[]): void {
    const [first, last] = [nodes[0]!, nodes.at(-1)!];
    if (from < to) target.replace(from, to, []);
    const { paragraph, offset } = this.placeFor(target, from);
    // Half a sign is no place to begin at.
    const at = cutsSign(paragraph.text, offset) ? offset + 1 : Math.min(offset, paragraph.length);
    const second = this.edit.split(paragraph, at, this.attributesOf(last));
    new ShownTarget(this.edit, second).replace(0, 0, inlinesOf(last.content));
    new ShownTarget(this.edit, paragraph).replace(at, at, inlinesOf(first.content));
    this.putIn(nodes.slice(1, -1), paragraph, []);
  }

  /** Where a place in what the editor shows is in the text by now. */
  private placeFor({ paragraph, isHeld }: Target, offset: number): TextPlace {
    return (isHeld && placeOfCaret(this.text, this.held!.before(offset))) || { paragraph, offset };
  }

  /** Whole paragraphs take the place of others. One that was there stays itself, by its id. */
  private putIn(
    nodes: readonly Node[],
    behind: PageParagraph | null,
    removed: readonly { node: Node; paragraph: PageParagraph }[],
  ): void {
    const left = new Map(removed.map((each) => [each.paragraph.id, each]));
    let last = behind;
    for (const node of nodes) {
      const stays = left.get(String(node.attrs['id']));
      if (!stays) last = this.insert(node, last);
      else {
        left.delete(stays.paragraph.id);
        this.rewrite(stays.paragraph, stays.node, node);
        if (this.previous(stays.paragraph, left) !== (last?.id ?? null))
          this.edit.move(stays.paragraph, last);
        last = stays.paragraph;
      }
    }
    for (const { paragraph } of left.values()) this.edit.remove(paragraph);
  }

  /** The paragraph before this one, those left out that are about to go. */
  private previous(paragraph: PageParagraph, going: ReadonlyMap<string, unknown>): string | null {
    const { page } = this.text;
    let at = (this.text.indexOf(paragraph.id) ?? 0) - 1;
    while (at >= 0 && going.has(page[at]!.id)) at--;
    return at >= 0 ? page[at]!.id : null;
  }

  private insert(node: Node, behind: PageParagraph | null): PageParagraph {
    const id = node.attrs['id'] as string | null;
    const before = id ? this.text.paragraph(id) : undefined;
    const paragraph =
      before && !before.isShown ? before : this.edit.insertParagraph(behind, this.attributesOf(node));
    if (paragraph === before) {
      this.edit.bringBack(paragraph);
      this.setAttributes(paragraph, node);
      this.edit.move(paragraph, behind);
    }
    new ShownTarget(this.edit, this.text.paragraph(paragraph.id)!).replace(0, 0, inlinesOf(node.content));
    return this.text.paragraph(paragraph.id)!;
  }

  private format(
    doc: Node,
    { from, to, mark }: AddMarkStep | RemoveMarkStep,
    value: ReturnType<typeof valueOf> | null,
  ): void {
    doc.nodesBetween(from, to, (node, pos, _parent, index) => {
      if (node.type.name !== paragraphName) return true;
      const begin = Math.max(0, from - pos - 1);
      const end = Math.min(node.content.size, to - pos - 1);
      if (begin < end) this.target(doc, index).format(begin, end, mark.type.name, value);
      return false;
    });
  }

  private attribute(doc: Node, { pos, attr, value }: AttrStep): void {
    const node = doc.nodeAt(pos);
    if (!node || attr === 'id') return;
    const id =
      node.type.name === paragraphName
        ? this.target(doc, placeIn(doc, pos).index).paragraph.id
        : node.attrs['id'];
    // An embed that has no id yet was only just written; it is born with what it says.
    if (id) this.edit.setAttribute(String(id), attr, value as AttributeValue);
  }

  /** Steps of other kinds: what differs afterwards is what was done. */
  private compare(before: Node, after: Node): void {
    let from = 0;
    const least = Math.min(before.childCount, after.childCount);
    while (from < least && before.child(from).eq(after.child(from))) from++;
    let end = 0;
    while (
      end < least - from &&
      before.child(before.childCount - 1 - end).eq(after.child(after.childCount - 1 - end))
    ) {
      end++;
    }
    const removed = Array.from({ length: before.childCount - end - from }, (_, at) => ({
      node: before.child(from + at),
      paragraph: this.paragraphAt(before, from + at),
    }));
    const nodes = Array.from({ length: after.childCount - end - from }, (_, at) => after.child(from + at));
    this.putIn(nodes, from > 0 ? this.paragraphAt(before, from - 1) : null, removed);
  }

  private rewrite(paragraph: PageParagraph, before: Node, after: Node): void {
    this.setAttributes(paragraph, after);
    const differs = differenceOf(before.content, after.content);
    if (!differs) return;
    const { from, toBefore, toAfter } = differs;
    const inlines = inlinesOf(after.content.cut(from, toAfter));
    new ShownTarget(this.edit, paragraph).replace(from, toBefore, inlines);
  }

  private setAttributes(paragraph: PageParagraph, node: Node): void {
    for (const [name, usual] of Object.entries(this.rules.usual)) {
      const wanted = node.attrs[name] as AttributeValue;
      if (wanted !== (paragraph.attribute(name) ?? usual)) this.edit.setAttribute(paragraph.id, name, wanted);
    }
  }

  private attributesOf(node: Node): Record<string, AttributeValue> {
    const own = Object.keys(this.rules.usual).map((name) => [name, node.attrs[name] as AttributeValue]);
    return unusual(Object.fromEntries(own), this.rules);
  }

  private target(doc: Node, index: number): Target {
    const paragraph = this.paragraphAt(doc, index);
    // One that hides when it is empty: deleted and the last one left, or begun by two at once. Whoever writes in it
    // wants it to stay.
    if (paragraph.hidesWithoutCharacters) this.edit.bringBack(paragraph);
    return this.isHeld(doc, index)
      ? this.held!.target(this.edit, paragraph)
      : new ShownTarget(this.edit, paragraph);
  }

  /** By what the editor shows: the paragraph may have been joined to another by now. */
  private isHeld(doc: Node, index: number): boolean {
    return this.held !== null && doc.child(index).attrs['id'] === this.held.id;
  }

  /** While a paragraph is held, the page may have others than the editor shows; each says who it is. */
  private paragraphAt(doc: Node, index: number): PageParagraph {
    const { page } = this.text;
    const shown = this.held ? this.text.holderOf(String(doc.child(index).attrs['id'])) : page[index];
    return shown ?? page[Math.min(index, page.length - 1)]!;
  }
}

/** The inline content of a slice that brings no border of a paragraph; null for one that does. */
function inlineOf({ content, openStart, openEnd }: Slice): Fragment | null {
  if (content.childCount === 0 || content.firstChild!.isInline) return content;
  return content.childCount === 1 && openStart > 0 && openEnd > 0 ? content.firstChild!.content : null;
}

function paragraphsOf({ content }: Slice): Node[] {
  return content.content.filter((node) => node.type.name === paragraphName);
}
