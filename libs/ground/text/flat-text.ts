import type * as Y from 'yjs';
import { FormatSpans } from './format-spans.js';
import { idOf, keyOf, type ItemId } from './item-id.js';
import { pageOrder, type Chain, type PageFacts } from './page-order.js';
import { PageParagraph } from './page-paragraph.js';
import { Restorations } from './restorations.js';
import { blockKey, facts, rootsOf, type Roots } from './roots.js';
import { noSpans, readSegment, Segment, type SegmentContent, type SegmentFacts } from './segment.js';
import { findItem, isMark, partOf, type MarkValue } from './sequence.js';

/**
 * A text as people see it: paragraphs in the order of the page, made from the sequence of characters. It is the only
 * place that knows that order. It reads and never writes; what was read is kept until something of it changes, so
 * that a character costs no more than the paragraph in which it is typed.
 */
export class FlatText implements PageFacts {
  readonly roots: Roots;
  readonly spans = new FormatSpans();
  /** Which characters an undo wrote anew. */
  readonly restorations = new Restorations();
  private readonly list: Segment[] = [];
  private readonly byMark = new Map<string, Segment>();
  private readonly byId = new Map<string, Segment>();
  private readonly byCut = new Map<string, Segment[]>();
  private paragraphs = new Map<string, PageParagraph>();
  private ordered: readonly PageParagraph[] | null = null;
  private shown: readonly PageParagraph[] | null = null;
  private places = new Map<string, number>();

  constructor(readonly doc: Y.Doc) {
    this.roots = rootsOf(doc);
    this.readAll();
  }

  /** Reads everything anew. */
  readAll(): void {
    this.list.length = 0;
    this.byMark.clear();
    this.byId.clear();
    this.byCut.clear();
    this.spans.clear();
    this.paragraphs.clear();
    this.restorations.clear();
    for (const [key, value] of this.roots.restored.entries()) this.restorations.set(key, value);
    for (const [key, value] of this.roots.formats.entries()) this.spans.set(key, value);
    for (let item = this.roots.text._start; item !== null; item = item.right) {
      if (isMark(item)) this.addSegment(item, this.list.length);
    }
    this.forgetOrder();
  }

  /** What people see, in order; never empty as long as the text has a paragraph at all. */
  get page(): readonly PageParagraph[] {
    if (this.shown === null) {
      const shown = this.order.filter((each) => each.isShown);
      this.shown = shown.length > 0 ? shown : this.order.slice(0, 1);
      this.places = new Map(this.shown.map((each, index) => [each.id, index]));
    }
    return this.shown;
  }

  /** Every paragraph in order, those that are not shown included. */
  get order(): readonly PageParagraph[] {
    return (this.ordered ??= this.readOrder());
  }

  /** The place of a paragraph on the page; undefined for one that is not shown. */
  indexOf(id: string): number | undefined {
    void this.page;
    return this.places.get(id);
  }

  /** A paragraph by its id, also one that is not shown; undefined for a segment that continues another. */
  paragraph(id: string): PageParagraph | undefined {
    void this.order;
    return this.paragraphs.get(id);
  }

  /** The paragraph in which the characters of this one stand now, be it joined to another or not shown. */
  holderOf(id: string): PageParagraph | undefined {
    const segment = this.byId.get(id);
    return segment && this.paragraphOf(segment);
  }

  /** The paragraph in which a segment's characters stand. */
  paragraphOf(segment: Segment): PageParagraph {
    void this.order;
    return segment.holder!;
  }

  /**
   * TXT-3: of several who began a paragraph at one place at once, the last has the characters; the others' is that one.
   */
  twinOf(segment: Segment): Segment | undefined {
    if (segment.cut === null) return undefined;
    const counts = (other: Segment) =>
      other.order > segment.order &&
      this.fact(other.id, facts.own) !== undefined &&
      this.paragraphOf(other) !== this.paragraphOf(segment);
    return this.byCut.get(segment.cut)!.findLast(counts);
  }

  get segments(): readonly Segment[] {
    return this.list;
  }

  fact(id: string, name: string): unknown {
    const segment = this.byId.get(id);
    if (!segment || !isFact(name)) return this.roots.blocks.get(blockKey(id, name));
    return (segment.facts ??= this.readFacts(segment))[name];
  }

  /** Something is said of a paragraph that makes the page. False when that is what was read already. */
  takeFact(id: string): boolean {
    const segment = this.byId.get(id);
    if (!segment) return false;
    const [before, now] = [segment.facts, this.readFacts(segment)];
    if (before && before.own === now.own && before.at === now.at && before.gone === now.gone) return false;
    segment.facts = now;
    this.forgetOrder();
    return true;
  }

  private readFacts({ id, value }: Segment): SegmentFacts {
    const { blocks } = this.roots;
    const own = blocks.get(blockKey(id, facts.own)) ?? (value.own === 1 ? true : undefined);
    return { own, at: blocks.get(blockKey(id, facts.at)), gone: blocks.get(blockKey(id, facts.gone)) };
  }

  orderOf(id: string): number | undefined {
    return this.byId.get(id)?.order;
  }

  segmentAt(id: ItemId): Segment | undefined {
    const item = findItem(this.doc, this.roots.text, id);
    return item ? this.segmentOf(item) : undefined;
  }

  /** The segment in which an item stands, dead ones included; undefined in front of the first mark. */
  segmentOf(item: Y.Item): Segment | undefined {
    for (let at: Y.Item | null = item; at !== null; at = at.left) {
      if (isMark(at)) return this.byMark.get(keyOf(idOf(at)));
    }
    return undefined;
  }

  contentOf(segment: Segment): SegmentContent {
    if (segment.content) return segment.content;
    // Spans that come in from the segments before are known once those were read.
    let first = segment.order;
    while (!this.spans.isEmpty && first > 0 && this.list[first - 1]!.content === null) first--;
    for (let order = first; order <= segment.order; order++) this.readContent(this.list[order]!);
    return segment.content!;
  }

  /** Characters of a segment, or the spans over them, are others now. */
  touch(segment: Segment): void {
    segment.content = null;
    // Also while the order is forgotten: a paragraph whose segments stay the same outlives that.
    if (segment.holder) this.touched(segment.holder);
  }

  /** Attributes of a paragraph are others now. */
  touchParagraph(id: string): void {
    const paragraph = this.paragraphs.get(id);
    if (paragraph) this.touched(paragraph);
  }

  /** Where paragraphs begin, or where they stand, is otherwise now. */
  forgetOrder(): void {
    this.ordered = null;
    this.shown = null;
  }

  /** A mark was written: takes its segment in. */
  takeMark(mark: Y.Item): Segment {
    const known = this.byMark.get(keyOf(idOf(mark)));
    if (known) return known;
    // Those before it that are not known either come first; thousands may have come at once.
    const unknown = [mark];
    let previous: Segment | undefined;
    for (let before = mark.left; before !== null && !previous; before = before.left) {
      if (!isMark(before)) continue;
      previous = this.byMark.get(keyOf(idOf(before)));
      if (!previous) unknown.push(before);
    }
    if (previous) this.touch(previous);
    let order = previous ? previous.order + 1 : 0;
    for (const each of unknown.toReversed()) this.addSegment(each, order++);
    this.forgetOrder();
    return this.byMark.get(keyOf(idOf(mark)))!;
  }

  private readOrder(): readonly PageParagraph[] {
    const before = this.paragraphs;
    const ordered = pageOrder(this.list, this).map((chain) => {
      const same = before.get(chain.head.id);
      return same && isSame(same.chain, chain) ? same : new PageParagraph(chain, this);
    });
    this.paragraphs = new Map();
    for (const paragraph of ordered) {
      this.paragraphs.set(paragraph.id, paragraph);
      for (const segment of paragraph.segments) segment.holder = paragraph;
    }
    return ordered;
  }

  private readContent(segment: Segment): void {
    if (segment.content) return;
    const before = this.list[segment.order - 1];
    const open = this.spans.isEmpty ? noSpans : (before?.content?.openAtEnd ?? noSpans);
    segment.content = readSegment(segment.mark, this.spans, this.restorations, open);
    const { openAtEnd } = segment.content;
    const next = this.list[segment.order + 1];
    if (next?.content && !sameKeys(segment.left, openAtEnd)) this.touch(next);
    segment.left = openAtEnd;
  }

  private addSegment(mark: Y.Item, order: number): Segment {
    const segment = new Segment(mark, (partOf(mark) as { value: MarkValue }).value);
    this.list.splice(order, 0, segment);
    for (let place = order; place < this.list.length; place++) this.list[place]!.order = place;
    this.byMark.set(keyOf(segment.birth), segment);
    if (!this.byId.has(segment.id)) this.byId.set(segment.id, segment);
    const { cut } = segment;
    const twins = cut === null ? undefined : this.byCut.get(cut);
    if (twins) twins.push(segment);
    else if (cut !== null) this.byCut.set(cut, [segment]);
    return segment;
  }

  private touched(paragraph: PageParagraph): void {
    paragraph.touch();
    // Characters bring a paragraph back that somebody deleted; its last character takes it away.
    if (paragraph.hidesWithoutCharacters || this.shown?.length === 1) this.shown = null;
  }
}

const isFact = (name: string): name is keyof SegmentFacts =>
  name === facts.own || name === facts.at || name === facts.gone;

const isSame = (one: Chain, other: Chain): boolean =>
  one.segments.length === other.segments.length &&
  one.segments.every((each, at) => each === other.segments[at]);

const sameKeys = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean =>
  one.size === other.size && [...one.keys()].every((key) => other.has(key));
