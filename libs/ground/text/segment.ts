import type * as Y from 'yjs';
import {
  OpenFormats,
  sameFormats,
  type FormatSpan,
  type FormatSpans,
  type OpenSpans,
} from './format-spans.js';
import { idOf, nameOf, type ItemId } from './item-id.js';
import type { Formats } from './rich-paragraph.js';
import type { PageParagraph } from './page-paragraph.js';
import { anchorsAmong } from './restored-spans.js';
import type { Restorations } from './restorations.js';
import { partId, partOf, type EmbedValue, type MarkValue } from './sequence.js';

/** Living characters that stand beside each other under one client id with consecutive numbers and the same formats. */
export interface Run {
  readonly id: ItemId;
  readonly text: string;
  readonly formats: Formats;
  /** Null for characters. */
  readonly embed: { readonly id: string; readonly value: EmbedValue } | null;
}

/** What stands between one mark and the next. */
export interface SegmentContent {
  readonly runs: readonly Run[];
  /** In UTF-16 units; an embed counts one. */
  readonly length: number;
  /** Spans that go on into the next segment: somebody split the paragraph within them. */
  readonly openAtEnd: OpenSpans;
  /** The item that ends it; null where a hostile hand left none. */
  readonly end: ItemId | null;
}

export interface SegmentFacts {
  readonly own: unknown;
  readonly at: unknown;
  readonly gone: unknown;
}

export const noSpans: OpenSpans = new Map<string, FormatSpan>();

/** A mark, and what follows it up to the next one, in the order of the sequence. */
export class Segment {
  readonly id: string;
  readonly birth: ItemId;
  readonly cut: string | null;
  /** Its place in the sequence, among segments. */
  order = 0;
  /** The paragraph in which its characters stand, as the page was last read. */
  holder: PageParagraph | null = null;
  /** What is said of it that makes the page, as it was last read. */
  facts: SegmentFacts | null = null;
  content: SegmentContent | null = null;
  /** Spans that left it when it was last read. */
  left: OpenSpans = noSpans;

  constructor(
    readonly mark: Y.Item,
    readonly value: MarkValue,
  ) {
    this.id = partId(mark, value);
    this.birth = idOf(mark);
    this.cut = cutOf(mark);
  }
}

/** Where a mark was written to part a paragraph: two who do that at one place at once name the same. */
function cutOf({ left, origin, id }: Y.Item): string | null {
  if (origin?.client !== id.client || origin.clock + 1 !== id.clock) return null;
  let end = left;
  while (end !== null && (end.id.client !== origin.client || end.id.clock !== origin.clock)) end = end.left;
  return end && partOf(end).kind === 'end' ? JSON.stringify([end.origin, end.rightOrigin]) : null;
}

/** Reads a segment from its mark on. `openAtStart` are the spans that come in from the one before. */
export function readSegment(
  mark: Y.Item,
  spans: FormatSpans,
  restorations: Restorations,
  openAtStart: OpenSpans,
): SegmentContent {
  const reader = new SegmentReader(spans, restorations, openAtStart);
  for (let item = mark.right; item !== null; item = item.right) {
    if (!reader.take(item)) break;
  }
  return reader.finish();
}

class SegmentReader {
  private readonly runs: Run[] = [];
  private length = 0;
  private end: ItemId | null = null;
  private readonly open: OpenFormats;

  constructor(
    private readonly spans: FormatSpans,
    private readonly restorations: Restorations,
    openAtStart: OpenSpans,
  ) {
    this.open = new OpenFormats(openAtStart);
  }

  /** False at the next mark. */
  take(item: Y.Item): boolean {
    const part = partOf(item);
    if (part.kind === 'mark') return false;
    const { clock } = item.id;
    let from = 0;
    const anchors = this.spans.isEmpty
      ? []
      : anchorsAmong(this.spans, this.restorations, idOf(item), item.length);
    for (const anchor of anchors) {
      if (part.kind === 'characters') this.characters(item, part.text, from, anchor.clock - clock);
      from = anchor.clock - clock;
      this.open.pass(anchor, this.spans);
    }
    if (part.kind === 'characters') this.characters(item, part.text, from, item.length);
    else if (part.kind === 'embed') this.embed(item, part.value);
    else if (part.kind === 'end') this.end = idOf(item);
    return true;
  }

  finish(): SegmentContent {
    return { runs: this.runs, length: this.length, openAtEnd: this.open.all, end: this.end };
  }

  private characters(item: Y.Item, text: string, from: number, to: number): void {
    if (from >= to) return;
    const piece = from === 0 && to === text.length ? text : text.slice(from, to);
    this.length += piece.length;
    const last = this.runs.at(-1);
    const id = idOf(item, from);
    const goesOn =
      last !== undefined &&
      last.embed === null &&
      last.id[0] === id[0] &&
      last.id[1] + last.text.length === id[1] &&
      sameFormats(last.formats, this.open.shown);
    if (goesOn) this.runs[this.runs.length - 1] = { ...last, text: last.text + piece };
    else this.runs.push({ id, text: piece, formats: this.open.shown, embed: null });
  }

  private embed(item: Y.Item, value: EmbedValue): void {
    this.length += 1;
    // TXT-4: one that an undo wrote anew is the same note, and what was said of it since is still said of it.
    const id = value.id ?? nameOf(this.restorations.firstOf(idOf(item)));
    const embed = { id, value };
    this.runs.push({ id: idOf(item), text: '\ufffc', formats: this.open.shown, embed });
  }
}
