import * as Y from 'yjs';
import type { FlatText } from './flat-text.js';
import { readBirthId } from './item-id.js';
import { facts, readBlockKey } from './roots.js';
import type { FormatSpan } from './format-spans.js';
import { anchorsAmong } from './restored-spans.js';
import type { Segment } from './segment.js';
import { findItem, isMark } from './sequence.js';

/** What a transaction changed on the page. */
export interface TextChange {
  /** Ids of paragraphs whose characters, formats, notes or attributes are others now. */
  readonly paragraphs: ReadonlySet<string>;
  /** True when paragraphs came, went, joined or moved. */
  readonly order: boolean;
}

const structural: ReadonlySet<string> = new Set(Object.values(facts));

/** Takes into `text` what a transaction wrote, its own and others'. To be called once for each, when it is over. */
export function takeIn(text: FlatText, transaction: Y.Transaction): TextChange {
  const change = new Change(text, transaction);
  change.readOrder();
  change.readCharacters();
  change.readRestored();
  change.readBlocks();
  change.readFormats();
  return change;
}

class Change implements TextChange {
  readonly paragraphs = new Set<string>();
  order = false;
  /** What it wrote into the sequence. */
  private readonly written: readonly Y.Item[];
  private readonly known = new Map<Y.Item, Segment | undefined>();
  private readonly segments = new Set<Segment>();

  constructor(
    private readonly text: FlatText,
    private readonly transaction: Y.Transaction,
  ) {
    this.written = this.readWritten();
  }

  /** First of all, so that the order of the page is made once. */
  readOrder(): void {
    for (const item of this.written) {
      if (!isMark(item)) continue;
      this.text.takeMark(item);
      this.order = true;
    }
    for (const key of this.transaction.changed.get(this.text.roots.blocks as never) ?? []) {
      const { id, name } = readBlockKey(key ?? '');
      if (!structural.has(name)) continue;
      this.text.takeFact(id);
      this.order = true;
    }
  }

  readCharacters(): void {
    const deleted: Y.Item[] = [];
    Y.iterateDeletedStructs(this.transaction, this.transaction.deleteSet, (struct) => {
      if (this.isCharacters(struct)) deleted.push(struct);
    });
    for (const item of [...this.written, ...deleted]) this.touch(this.segmentOf(item));
    for (const item of this.text.spans.isEmpty ? [] : this.written) this.readAnchors(item);
  }

  /** Characters come that a span named before they were known: until now it had no beginning, or no end. */
  private readAnchors({ id, length }: Y.Item): void {
    const { spans, roots, segments } = this.text;
    for (const { key } of spans.within(id.client, id.clock, length)) {
      if (this.transaction.changed.get(roots.formats as never)?.has(key)) continue;
      this.touchSpan(spans.get(key)!, segments.at(-1));
    }
  }

  /** Spans begin and end at characters that were written anew as they did at those that these stand for. */
  readRestored(): void {
    const { roots, restorations, spans } = this.text;
    for (const key of this.transaction.changed.get(roots.restored as never) ?? []) {
      const restored = key === null ? null : restorations.set(key, roots.restored.get(key));
      if (!restored) continue;
      for (const anchor of anchorsAmong(spans, restorations, restored.id, restored.length))
        this.touchSpan(spans.get(anchor.key)!);
    }
  }

  readBlocks(): void {
    for (const key of this.transaction.changed.get(this.text.roots.blocks as never) ?? []) {
      if (key === null) continue;
      const { id } = readBlockKey(key);
      if (this.text.paragraph(id)) {
        this.text.touchParagraph(id);
        this.paragraphs.add(id);
      } else this.touchEmbed(id);
    }
  }

  readFormats(): void {
    const { formats } = this.text.roots;
    for (const key of this.transaction.changed.get(formats as never) ?? []) {
      if (key === null) continue;
      const before = this.text.spans.get(key);
      this.text.spans.set(key, formats.get(key));
      for (const span of [before, this.text.spans.get(key)]) if (span) this.touchSpan(span);
    }
  }

  private isCharacters(struct: Y.Item | Y.GC): struct is Y.Item {
    return struct instanceof Y.Item && struct.parent === (this.text.roots.text as unknown);
  }

  private readWritten(): Y.Item[] {
    const { doc, beforeState, afterState } = this.transaction;
    const found: Y.Item[] = [];
    for (const [client, end] of afterState) {
      const start = beforeState.get(client) ?? 0;
      if (end === start) continue;
      const structs = doc.store.clients.get(client)! as (Y.Item | Y.GC)[];
      for (let at = Y.findIndexSS(structs as never, start); at < structs.length; at++) {
        const struct = structs[at]!;
        if (this.isCharacters(struct)) found.push(struct);
      }
    }
    return found;
  }

  private touch(segment: Segment | undefined): void {
    if (!segment) return;
    this.text.touch(segment);
    if (this.segments.has(segment)) return;
    this.segments.add(segment);
    this.paragraphs.add(this.text.paragraphOf(segment).id);
  }

  /**
   * Every segment from the beginning of a span to its end; characters that were written anew stand further in front.
   */
  private touchSpan({ s, e, l }: FormatSpan, until = this.text.segmentAt(e ?? l!)): void {
    const { segments, restorations } = this.text;
    const begins = [s, ...restorations.allAnewFor(s)].flatMap((id) => this.text.segmentAt(id)?.order ?? []);
    if (begins.length === 0) return;
    const last = until ?? segments.at(-1)!;
    for (let order = Math.min(...begins); order <= last.order; order++) this.touch(segments[order]);
  }

  /** A note's words changed: it is known by the item that its id names. */
  private touchEmbed(id: string): void {
    const { doc, roots, restorations } = this.text;
    const birth = readBirthId(id);
    const items = birth
      ? [birth, ...restorations.allAnewFor(birth)].map((each) => findItem(doc, roots.text, each))
      : [];
    if (items[0]) return items.forEach((item) => item && this.touch(this.segmentOf(item)));
    // One that was carried over from an older text has an id of its own.
    for (const segment of this.text.segments) {
      if (this.text.contentOf(segment).runs.some((run) => run.embed?.id === id)) this.touch(segment);
    }
  }

  /** Like `FlatText.segmentOf`, and walks over what a large update brought but once. */
  private segmentOf(item: Y.Item): Segment | undefined {
    const walked: Y.Item[] = [];
    let at: Y.Item | null = item;
    while (at !== null && !this.known.has(at) && !isMark(at)) {
      walked.push(at);
      at = at.left;
    }
    const segment =
      at === null ? undefined : this.known.has(at) ? this.known.get(at) : this.text.segmentOf(at);
    for (const each of walked) this.known.set(each, segment);
    return segment;
  }
}
