import * as Y from 'yjs';
import type { FlatText } from './flat-text.js';
import { sameValue, type FormatSpan, type FormatValue } from './format-spans.js';
import { idOf, keyOf, lastIdOf, sameItem, type ItemId } from './item-id.js';
import { isPlace, type Place } from './page-order.js';
import type { PageParagraph } from './page-paragraph.js';
import { rankBetween } from './rank.js';
import type { AttributeValue, Formats, Inline } from './rich-paragraph.js';
import { blockKey, facts } from './roots.js';
import type { Run, Segment } from './segment.js';
import {
  deleteCharacters,
  endValue,
  findItem,
  itemEndingWith,
  writeBehind,
  type EmbedValue,
  type MarkValue,
} from './sequence.js';

type Range = readonly [from: number, to: number];

interface Characters {
  readonly id: ItemId;
  readonly length: number;
  readonly formats: Formats;
}

export type Attributes = Readonly<Record<string, AttributeValue>>;

/** Formats that end where they were set: what is typed behind their last character does not have them. */
export type Closed = ReadonlySet<string>;

/** The acts of one person on a text, within one transaction of its Y.Doc. Places are counted as on the page. */
export class TextEdit {
  constructor(
    private readonly text: FlatText,
    private readonly transaction: Y.Transaction,
    private readonly closed: Closed,
  ) {}

  /** Writes characters or an embed at a place, under the formats given whatever stands around it. */
  insert(paragraph: PageParagraph, offset: number, inline: Inline): ItemId {
    return this.insertBehind(this.placeOf(paragraph, offset).after, inline);
  }

  /** The same behind a character or mark, be it dead by now. Answers the first of what was written. */
  insertBehind(after: ItemId, inline: Inline): ItemId {
    const content =
      'text' in inline ? new Y.ContentString(inline.text) : new Y.ContentEmbed(embedOf(inline) as object);
    const left = itemEndingWith(this.transaction, after);
    const item = writeBehind(this.transaction, this.text.roots.text, left, content);
    const segment = this.text.segmentOf(item);
    if (segment) this.text.touch(segment);
    if (segment && 'text' in inline) this.formatAs(segment, item, inline.formats ?? {});
    return idOf(item);
  }

  /** Deletes characters of one paragraph. */
  delete(paragraph: PageParagraph, from: number, to: number): void {
    let begin = 0;
    for (const segment of paragraph.segments) {
      const { runs, length } = this.text.contentOf(segment);
      for (const { id, length: count } of charactersOf(runs, [from - begin, to - begin]))
        this.deleteFrom(id, count);
      begin += length;
    }
  }

  /** Deletes characters by their numbers, from this one on; those that are gone already stay so. */
  deleteFrom(id: ItemId, length: number): void {
    const segment = this.text.segmentAt(id);
    deleteCharacters(this.transaction, id, length);
    if (segment) this.text.touch(segment);
  }

  /** Sets a format over characters of one paragraph; null takes it away. */
  format(paragraph: PageParagraph, from: number, to: number, name: string, value: FormatValue): void {
    let begin = 0;
    for (const segment of paragraph.segments) {
      const { length } = this.text.contentOf(segment);
      const range: Range = [Math.max(0, from - begin), Math.min(length, to - begin)];
      if (range[0] < range[1]) this.formatIn(segment, range, name, value);
      begin += length;
    }
  }

  setAttribute(id: string, name: string, value: AttributeValue): void {
    this.text.roots.blocks.set(blockKey(id, name), value);
    this.text.touchParagraph(id);
  }

  /**
   * Begins a new paragraph at a place within another; answers it. At the end, characters that come meanwhile stay
   * behind.
   */
  split(paragraph: PageParagraph, offset: number, attributes: Attributes): PageParagraph {
    if (offset >= paragraph.length) return this.insertParagraph(paragraph, attributes);
    this.bringBack(paragraph);
    const { segment, after } = this.placeOf(paragraph, offset);
    const rest = paragraph.segments.slice(paragraph.segments.indexOf(segment) + 1);
    const end = this.write(itemEndingWith(this.transaction, after), endValue);
    const made = this.own(this.write(end, markOf(attributes)), paragraph);
    return this.takeAlong(rest, paragraph.id, made.id);
  }

  /**
   * Characters behind the place of a split go with the new paragraph, also those that were joined somewhere before it.
   */
  private takeAlong(rest: readonly Segment[], from: string, to: string): PageParagraph {
    for (const segment of rest) {
      if (this.text.paragraphOf(segment).id === from) this.joinSegment(segment, this.text.paragraph(to)!);
    }
    return this.text.paragraph(to)!;
  }

  /** A new, empty paragraph behind another, or in front of all. */
  insertParagraph(behind: PageParagraph | null, attributes: Attributes): PageParagraph {
    const next = this.next(behind);
    if (behind) this.bringBack(behind);
    // One of which nothing is said would continue what is written in front of it.
    if (next && this.text.fact(next.id, facts.own) === undefined) this.bringBack(next);
    const mark = this.write(this.spotFor(behind, next), markOf(attributes));
    this.write(mark, endValue);
    return this.own(mark, behind);
  }

  /** The characters of one paragraph continue in another. Both keep what they are; nothing is written anew. */
  join(paragraph: PageParagraph, into: PageParagraph): void {
    this.joinSegment(paragraph.chain.head, into);
  }

  private joinSegment(segment: Segment, into: PageParagraph): void {
    const last = into.segments.at(-1)!;
    this.state(segment.id, facts.own, this.text.contentOf(last).end ?? last.birth);
  }

  /** Deletes a whole paragraph. What somebody else types into it meanwhile brings it back. */
  remove(paragraph: PageParagraph): void {
    this.delete(paragraph, 0, paragraph.length);
    this.state(paragraph.id, facts.gone, true);
  }

  /**
   * Shows a deleted paragraph again, as it was, without its characters, and one that two began at once by itself. Says
   * nothing of one that is a paragraph anyway.
   */
  bringBack(paragraph: PageParagraph): void {
    const { id, gone, hidesWithoutCharacters } = paragraph;
    const own = this.text.fact(id, facts.own);
    if (gone || (hidesWithoutCharacters && own !== undefined)) this.state(id, facts.gone, false);
    if (own !== true) this.state(id, facts.own, true);
  }

  /** Puts a paragraph behind another, or in front of all. */
  move(paragraph: PageParagraph, behind: PageParagraph | null): void {
    // By id: what happened to its segments a moment ago made another object of a paragraph.
    const others = this.text.order.filter(({ id }) => id !== paragraph.id);
    const at = behind === null ? 0 : others.findIndex(({ id }) => id === behind.id) + 1;
    this.state(paragraph.id, facts.at, this.placeBetween(others[at - 1], others[at]));
  }

  private own(mark: Y.Item, behind: PageParagraph | null): PageParagraph {
    const segment = this.text.takeMark(mark);
    this.state(segment.id, facts.own, true);
    const { order } = this.text;
    const place = order.findIndex((each) => each.id === segment.id);
    const before = order[place - 1];
    if (place > 0 ? before!.id !== behind?.id && !this.onlyHiddenBetween(behind, place) : behind !== null) {
      this.move(order[place]!, behind);
    }
    return this.text.paragraph(segment.id)!;
  }

  /** Between a paragraph and the place behind it that was found, nothing is shown. */
  private onlyHiddenBetween(behind: PageParagraph | null, place: number): boolean {
    const { order } = this.text;
    const from = behind === null ? 0 : order.findIndex((each) => each.id === behind.id) + 1;
    return (
      (behind === null || from > 0) &&
      from <= place &&
      order.slice(from, place).every((each) => !each.isShown)
    );
  }

  /** The next paragraph on the page. */
  private next(behind: PageParagraph | null): PageParagraph | undefined {
    const { page } = this.text;
    return behind === null ? page[0] : page[(this.text.indexOf(behind.id) ?? page.length - 1) + 1];
  }

  /** The item behind which a new paragraph is written, so that it need not be moved afterwards where that can be. */
  private spotFor(behind: PageParagraph | null, next: PageParagraph | undefined): Y.Item | null {
    if (next && !isPlace(this.text.fact(next.id, facts.at))) return next.chain.head.mark.left;
    const segment = next && behind ? behind.segments.at(-1)! : this.text.segments.at(-1);
    let last = segment?.mark ?? null;
    const following = segment && this.text.segments[segment.order + 1]?.mark;
    while (last?.right && last.right !== following) last = last.right;
    return last;
  }

  private placeBetween(before: PageParagraph | undefined, after: PageParagraph | undefined): Place {
    const [left, right] = [before && this.placeAt(before), after && this.placeAt(after)];
    const target = right ? right[0] : (after?.id ?? null);
    const from = left && left[0] === target ? left[1] : null;
    const { clientID, store } = this.text.doc;
    return [target, rankBetween(from, right ? right[1] : null, [clientID, Y.getState(store, clientID)])];
  }

  private placeAt(paragraph: PageParagraph): Place | undefined {
    const at = this.text.fact(paragraph.id, facts.at);
    const counts = isPlace(at) && (at[0] === null || this.text.orderOf(at[0]) !== undefined);
    return counts ? at : undefined;
  }

  private state(id: string, name: string, value: unknown): void {
    this.text.roots.blocks.set(blockKey(id, name), value);
    this.text.touchParagraph(id);
    this.text.takeFact(id);
  }

  private write(left: Y.Item | null, value: MarkValue | typeof endValue): Y.Item {
    const content = new Y.ContentEmbed(value as object);
    return writeBehind(this.transaction, this.text.roots.text, left, content);
  }

  /**
   * The segment at a place, and the character or mark behind which one writes there: it belongs to the character
   * before.
   */
  private placeOf(paragraph: PageParagraph, offset: number): { segment: Segment; after: ItemId } {
    let rest = offset;
    for (const segment of offset > 0 ? paragraph.segments : []) {
      const { runs, length } = this.text.contentOf(segment);
      if (rest > length) {
        rest -= length;
        continue;
      }
      for (const run of runs) {
        if (rest <= run.text.length) return { segment, after: [run.id[0], run.id[1] + rest - 1] };
        rest -= run.text.length;
      }
    }
    const { head } = paragraph.chain;
    return { segment: head, after: head.birth };
  }

  private formatAs(segment: Segment, item: Y.Item, wanted: Formats): void {
    if (this.text.spans.isEmpty && Object.keys(wanted).length === 0) return;
    const { runs } = this.text.contentOf(segment);
    const [client, clock] = idOf(item);
    const run = runs.find(
      ({ id, text }) => id[0] === client && id[1] <= clock && clock < id[1] + text.length,
    );
    const shown = run?.formats ?? {};
    for (const name of new Set([...Object.keys(shown), ...Object.keys(wanted)])) {
      const value = wanted[name] ?? null;
      if (!sameValue(shown[name] ?? null, value))
        this.writeSpan(segment, idOf(item), lastIdOf(item), name, value);
    }
  }

  private formatIn(segment: Segment, range: Range, name: string, value: FormatValue): void {
    const characters = charactersOf(this.text.contentOf(segment).runs, range);
    const first = characters[0]!.id;
    const { id, length } = characters.at(-1)!;
    const last: ItemId = [id[0], id[1] + length - 1];
    this.forgetCovered(segment, characters, last, name);
    const now = charactersOf(this.text.contentOf(segment).runs, range);
    const differs = now.some(({ formats }) => !sameValue(formats[name] ?? null, value));
    if (differs) this.writeSpan(segment, first, last, name, value);
  }

  /** Spans of the same format wholly within the characters make way, so that changing one's mind leaves no heap. */
  private forgetCovered(
    segment: Segment,
    characters: readonly Characters[],
    last: ItemId,
    name: string,
  ): void {
    const behind = this.behind(last);
    const holds = (at: ItemId) =>
      characters.some(({ id, length }) => id[0] === at[0] && id[1] <= at[1] && at[1] < id[1] + length);
    const isCovered = ({ f, e, l }: FormatSpan) =>
      f === name && (l ? holds(l) : holds(e!) || (behind !== null && sameItem(e!, behind)));
    for (const { id, length } of characters) {
      for (const { key, begins } of this.text.spans.within(id[0], id[1], length)) {
        const span = begins ? this.text.spans.get(key) : undefined;
        if (!span || !isCovered(span)) continue;
        this.text.roots.formats.delete(key);
        this.text.spans.set(key, undefined);
        this.text.touch(segment);
      }
    }
  }

  private writeSpan(segment: Segment, first: ItemId, last: ItemId, name: string, value: FormatValue): void {
    const behind = this.behind(last);
    const ends = this.closed.has(name) && value !== null ? { l: last } : behind ? { e: behind } : { l: last };
    const { doc, spans } = this.text;
    const t = Math.max(actsKnown(doc), spans.latest + 1);
    const span: FormatSpan = { f: name, v: value, s: first, ...ends, t };
    const key = keyOf([doc.clientID, Y.getState(doc.store, doc.clientID)]);
    this.text.roots.formats.set(key, span);
    this.text.spans.set(key, span);
    this.text.touch(segment);
  }

  /** What stands behind a character in the sequence, be it dead; not one for which another stands further in front. */
  private behind(id: ItemId): ItemId | null {
    let item: Y.Item | null = findItem(this.text.doc, this.text.roots.text, id)!;
    let clock = id[1] + 1;
    for (; item !== null; item = item.right, clock = item?.id.clock ?? 0) {
      for (; clock < item.id.clock + item.length; clock++) {
        const next: ItemId = [item.id.client, clock];
        if (!item.deleted || this.text.restorations.anewFor(next).length === 0) return next;
      }
    }
    return null;
  }
}

/** How much was written that this copy knows of: larger than at any act that it has seen. */
export function actsKnown(doc: Y.Doc): number {
  let sum = 0;
  for (const client of doc.store.clients.keys()) sum += Y.getState(doc.store, client);
  return sum;
}

const markOf = (attributes: Attributes): MarkValue => ({ p: attributes });

const embedOf = ({
  embed,
  values,
}: {
  embed: string;
  values: Readonly<Record<string, string>>;
}): EmbedValue => ({
  n: embed,
  v: values,
});

/** Characters between two places of a segment, as ranges of consecutive numbers. */
function charactersOf(runs: readonly Run[], [from, to]: Range): Characters[] {
  const found: Characters[] = [];
  let at = 0;
  for (const { id, text, formats } of runs) {
    const [begin, end] = [Math.max(from, at), Math.min(to, at + text.length)];
    if (begin < end) found.push({ id: [id[0], id[1] + begin - at], length: end - begin, formats });
    at += text.length;
  }
  return found;
}
