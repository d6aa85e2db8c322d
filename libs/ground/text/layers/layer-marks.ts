import type * as Y from 'yjs';
import type { FlatText } from '../flat-text.js';
import { isFormatSpan, sameFormats } from '../format-spans.js';
import { idOf, type ItemId } from '../item-id.js';
import type { PageParagraph } from '../page-paragraph.js';
import type { Run } from '../segment.js';
import { findItem, isMark, partOf, readContent } from '../sequence.js';

/** Characters from one place of a paragraph to another, as the copy shows it. */
export interface MarkedStretch {
  readonly from: number;
  readonly to: number;
}

/** Characters of the text that the layer deletes, at the place in the copy where they stood. */
export interface DeletedWords {
  readonly at: number;
  /** An embed is one U+FFFC. */
  readonly text: string;
}

/** What a layer does to one paragraph of its copy. */
export interface LayerMarks {
  readonly inserted: readonly MarkedStretch[];
  readonly deleted: readonly DeletedWords[];
  readonly formatted: readonly MarkedStretch[];
  /** Where paragraphs of the text begin that continue another in the copy. */
  readonly joined: readonly number[];
  /** The layer began it. */
  readonly isNew: boolean;
  readonly isMoved: boolean;
  /** Names of attributes that are otherwise than in the text. */
  readonly attributes: readonly string[];
}

/** A paragraph of the text that the copy does not show. */
export interface RemovedParagraph {
  readonly id: string;
  /** The one behind which it stood, among those that the copy shows; null in front of all. */
  readonly behind: string | null;
  readonly text: string;
}

/**
 * Reads what a layer does, one paragraph at a time, so that a key asks for no more than the paragraph in which it was
 * pressed. `fork` is a copy with this layer alone; both are kept in step by whoever has them.
 */
export class LayerMarksReader {
  constructor(
    private readonly text: FlatText,
    private readonly fork: FlatText,
    private readonly client: number,
    /** Of paragraphs, those to compare. */
    private readonly attributes: readonly string[],
  ) {}

  marksIn(paragraph: PageParagraph): LayerMarks {
    const inserted: MarkedStretch[] = [];
    const deleted: DeletedWords[] = [];
    const joined: number[] = [];
    let offset = 0;
    for (const segment of paragraph.segments) {
      const continues = segment !== paragraph.chain.head && this.text.paragraph(segment.id)?.isShown;
      if (continues) joined.push(offset);
      for (let item = segment.mark.right; item !== null && !isMark(item); item = item.right) {
        const part = partOf(item);
        if (part.kind === 'dead') {
          const words = this.deletedWords(item);
          if (words !== '') addWords(deleted, offset, words);
        } else if (part.kind !== 'end') {
          for (const { from, to } of this.ownIn(item))
            addStretch(inserted, { from: offset + from, to: offset + to });
          offset += item.length;
        }
      }
    }
    const before = this.text.paragraph(paragraph.id);
    return {
      inserted,
      deleted,
      joined,
      formatted: this.saysFormats ? this.formattedIn(paragraph) : [],
      isNew: before === undefined || !before.isShown,
      isMoved: before !== undefined && this.isOwnFact(paragraph.id, 'at'),
      attributes: before
        ? this.attributes.filter((name) => before.attribute(name) !== paragraph.attribute(name))
        : [],
    };
  }

  /** Paragraphs that the layer deletes, in the order of the page. */
  removed(): RemovedParagraph[] {
    const found: RemovedParagraph[] = [];
    let behind: string | null = null;
    for (const paragraph of this.fork.order) {
      if (this.fork.indexOf(paragraph.id) !== undefined) behind = paragraph.id;
      else if (this.text.indexOf(paragraph.id) !== undefined)
        found.push({ id: paragraph.id, behind, text: this.text.paragraph(paragraph.id)!.text });
    }
    return found;
  }

  /** Of an item that the copy shows, what the layer wrote; what it only brought back is the text's. */
  private ownIn(item: Y.Item): MarkedStretch[] {
    if (item.id.client !== this.client) return [];
    const { restorations } = this.fork;
    if (restorations.isEmpty) return [{ from: 0, to: item.length }];
    const found: MarkedStretch[] = [];
    for (let at = 0; at < item.length; at++) {
      const first = restorations.firstOf(idOf(item, at));
      if (first[0] === this.client || !this.hasCharacter(first)) addStretch(found, { from: at, to: at + 1 });
    }
    return found;
  }

  /** As it was typed, or as an undo wrote it anew. */
  private hasCharacter(first: ItemId): boolean {
    const { doc, roots, restorations } = this.text;
    return [first, ...restorations.allAnewFor(first)].some(
      (each) => findItem(doc, roots.text, each)?.deleted === false,
    );
  }

  /** Of an item that is deleted in the copy, what the text still has. */
  private deletedWords(item: Y.Item): string {
    const part = readContent(item.content);
    if (part.kind !== 'characters' && part.kind !== 'embed') return '';
    const words = part.kind === 'characters' ? part.text : '\ufffc';
    const { client, clock } = item.id;
    if (this.fork.restorations.isEmpty)
      return client === this.client ? '' : this.inText([client, clock], words);
    return words
      .split('')
      .map((word, at) => this.restoredWord([client, clock + at], word))
      .join('');
  }

  /** Of characters with consecutive numbers, those that the text has. */
  private inText([client, clock]: ItemId, words: string): string {
    let found = '';
    for (let at = clock; at < clock + words.length;) {
      const known = findItem(this.text.doc, this.text.roots.text, [client, at]);
      const to = known ? Math.min(clock + words.length, known.id.clock + known.length) : at + 1;
      if (known && !known.deleted) found += words.slice(at - clock, to - clock);
      at = to;
    }
    return found;
  }

  /** The same of one that may have been brought back, and deleted once more: it stood where it was written last. */
  private restoredWord(id: ItemId, word: string): string {
    const { restorations, doc, roots } = this.fork;
    if (restorations.allAnewFor(id).length > 0) return '';
    const first = restorations.firstOf(id);
    const isBack = restorations
      .allAnewFor(first)
      .some((anew) => findItem(doc, roots.text, anew)?.deleted === false);
    return first[0] === this.client || isBack ? '' : this.inText(first, word);
  }

  /** Whether the formats of the copy are others than those of the text anywhere. */
  private get saysFormats(): boolean {
    const [before, now] = [this.text.roots.formats, this.fork.roots.formats];
    if (before.size !== now.size) return true;
    for (const [key, span] of now.entries()) if (isFormatSpan(span) && !before.has(key)) return true;
    return false;
  }

  private formattedIn(paragraph: PageParagraph): MarkedStretch[] {
    const found: MarkedStretch[] = [];
    let offset = 0;
    for (const run of paragraph.runs) {
      for (const { from, to } of this.otherwiseIn(run))
        addStretch(found, { from: offset + from, to: offset + to });
      offset += run.text.length;
    }
    return found;
  }

  private otherwiseIn({ id: [client, clock], text, formats }: Run): MarkedStretch[] {
    if (client === this.client) return [];
    const segment = this.text.segmentAt([client, clock]);
    if (!segment) return [];
    const end = clock + text.length;
    return this.text
      .contentOf(segment)
      .runs.filter((run) => run.id[0] === client && !sameFormats(run.formats, formats))
      .map((run) => ({
        from: Math.max(clock, run.id[1]) - clock,
        to: Math.min(end, run.id[1] + run.text.length) - clock,
      }))
      .filter(({ from, to }) => from < to);
  }

  private isOwnFact(id: string, name: string): boolean {
    const [one, other] = [this.text.fact(id, name), this.fork.fact(id, name)];
    return JSON.stringify(one) !== JSON.stringify(other);
  }
}

/** What follows directly on the last one belongs to it. */
function addStretch(found: MarkedStretch[], { from, to }: MarkedStretch): void {
  const last = found.at(-1);
  if (last?.to === from) found[found.length - 1] = { from: last.from, to };
  else found.push({ from, to });
}

function addWords(found: DeletedWords[], at: number, words: string): void {
  const last = found.at(-1);
  if (last?.at === at) found[found.length - 1] = { at, text: last.text + words };
  else found.push({ at, text: words });
}
