import * as Y from 'yjs';
import type { FlatText } from '../flat-text.js';
import { isFormatSpan } from '../format-spans.js';
import { birthId, idOf, readBirthId, type ItemId } from '../item-id.js';
import type { PageParagraph } from '../page-paragraph.js';
import type { AttributeValue } from '../rich-paragraph.js';
import { blockKey, facts, readBlockKey } from '../roots.js';
import type { Run } from '../segment.js';
import { findItem, isMark, partId, readContent, type MarkValue } from '../sequence.js';
import type { Layer } from './layer.js';
import {
  inFrontOfAll,
  type CharactersPart,
  type LayerPart,
  type PartState,
  type Piece,
} from './layer-parts.js';
import { DeletedNumbers } from '../number-ranges.js';
import { saidBy } from './said-by.js';

/**
 * What layers would do to a text, read from a copy that has all of them (`forkOf`): one walk over the text, however many
 * layers there are. Answers the parts of each layer, by its client id. `attributes` are the names to read.
 */
export function readLayers(
  text: FlatText,
  fork: FlatText,
  layers: readonly Layer[],
  attributes: readonly string[],
): ReadonlyMap<number, readonly LayerPart[]> {
  const readers = layers.map((layer) => new LayerReader(text, fork, layer));
  new Walk(text, fork, readers, attributes).go();
  return new Map(readers.map((reader) => [reader.client, reader.finish()]));
}

interface Open {
  readonly paragraphId: string;
  readonly pieces: Piece[];
}

/** Gathers the parts of one layer. */
class LayerReader {
  readonly client: number;
  readonly deleted: DeletedNumbers;
  private readonly parts: LayerPart[] = [];
  private readonly said: ReadonlyMap<string, unknown>;
  private open: Open | null = null;

  constructor(
    private readonly text: FlatText,
    private readonly fork: FlatText,
    layer: Layer,
  ) {
    this.client = layer.client;
    this.deleted = new DeletedNumbers(layer.update);
    this.said = saidBy(fork.doc, fork.roots.blocks, layer.client, this.deleted);
  }

  /** Ids of those that it says are paragraphs. */
  *owned(): Generator<string> {
    for (const [key, value] of this.said) {
      const { id, name } = readBlockKey(key);
      if (name === facts.own && value === true) yield id;
    }
  }

  /** Its own, or one of the text that is no paragraph there: an accepted layer that was taken back leaves such. */
  begins(id: string): boolean {
    const isOwn = readBirthId(id)?.[0] === this.client;
    return isOwn || (this.said.get(blockKey(id, facts.own)) === true && this.fact(id, facts.own) !== true);
  }

  /** A piece of it, while the walk stands in this paragraph of the text. */
  add(paragraphId: string, piece: Piece): void {
    this.open ??= { paragraphId, pieces: [] };
    const last = this.open.pieces.at(-1);
    const joined = last && joinedPiece(last, piece);
    if (joined) this.open.pieces[this.open.pieces.length - 1] = joined;
    else this.open.pieces.push(piece);
  }

  /** Something stands there that it leaves as it is. */
  close(): void {
    if (this.open) this.parts.push(this.characters(this.open));
    this.open = null;
  }

  finish(): readonly LayerPart[] {
    this.close();
    this.readFacts();
    this.readFormats();
    return this.parts;
  }

  private characters({ paragraphId, pieces }: Open): CharactersPart {
    const deletes = pieces.filter((piece) => piece.kind === 'deleted');
    const there = deletes.filter(({ isThere }) => isThere);
    const isShown = paragraphId === inFrontOfAll || this.text.indexOf(paragraphId) !== undefined;
    const state = (): PartState => {
      if (deletes.length > 0 && there.length < deletes.length) return there.length > 0 ? 'changed' : 'void';
      return isShown ? 'open' : 'void';
    };
    return { kind: 'characters', paragraphId, pieces, state: state() };
  }

  /** What it says of paragraphs and notes of the text; what it says of its own is in its pieces. */
  private readFacts(): void {
    for (const [key, value] of this.said) {
      const { id, name } = readBlockKey(key);
      if (!this.begins(id) && this.fact(id, name) !== value) this.parts.push(...this.saying(id, name, value));
    }
  }

  private fact(id: string, name: string): unknown {
    return this.text.paragraph(id)?.attribute(name) ?? this.text.fact(id, name);
  }

  private saying(id: string, name: string, value: unknown): LayerPart[] {
    const holder = this.text.holderOf(id);
    const isShown = this.text.indexOf(id) !== undefined;
    const state: PartState = holder && !isShown ? 'void' : 'open';
    if (name === facts.gone) return value === true ? [{ kind: 'removed', paragraphId: id, state }] : [];
    if (name === facts.own) return value === true ? [] : [{ kind: 'joined', paragraphId: id, state }];
    if (name === facts.at) return [{ kind: 'moved', paragraphId: id, state }];
    const before = this.fact(id, name) as AttributeValue | undefined;
    return [{ kind: 'attribute', id, name, value: value as AttributeValue, before, state }];
  }

  /** A character, under its own name or anew. */
  private writes(id: ItemId): boolean {
    const { restorations } = this.fork;
    const anew = restorations.isEmpty ? [] : restorations.allAnewFor(restorations.firstOf(id));
    const isOwn = [id, ...anew].some(([client]) => client === this.client);
    return isOwn && !isBroughtBack(this.fork, this, id);
  }

  private readFormats(): void {
    const said = saidBy(this.fork.doc, this.fork.roots.formats, this.client, this.deleted);
    for (const span of said.values()) {
      // What it writes is formatted as it shows.
      if (!isFormatSpan(span) || this.writes(span.s)) continue;
      const state: PartState = this.text.segmentAt(span.s) ? 'open' : 'void';
      this.parts.push({
        ...{ kind: 'format', name: span.f, value: span.v, first: span.s, last: (span.e ?? span.l)!, state },
      });
    }
    for (const [key, span] of this.text.roots.formats.entries()) {
      const item = this.text.roots.formats._map.get(key)!;
      if (!isFormatSpan(span) || !this.deleted.has(item.id.client, item.id.clock)) continue;
      const last = (span.e ?? span.l)!;
      this.parts.push({
        ...{ kind: 'format', name: span.f, value: null, first: span.s, last, state: 'open' },
      });
    }
  }
}

/** Goes over the sequence of the copy once, and hands each layer what is its own. */
class Walk {
  private readonly byClient: ReadonlyMap<number, LayerReader>;
  /** Of each client of the text, the layers that delete something of it. */
  private readonly deleters = new Map<number, LayerReader[]>();
  /** Of each paragraph, the layers that say it is one. */
  private readonly beginners = new Map<string, LayerReader[]>();
  /** The last character or mark that stands in the text. */
  private after: ItemId | null = null;
  private paragraphId = inFrontOfAll;
  /** Layers of which something stands here, with nothing behind it yet that they leave as it is. */
  private open = new Set<LayerReader>();

  constructor(
    private readonly text: FlatText,
    private readonly fork: FlatText,
    readers: readonly LayerReader[],
    private readonly attributes: readonly string[],
  ) {
    this.byClient = new Map(readers.map((reader) => [reader.client, reader]));
    for (const reader of readers) {
      for (const id of reader.owned()) this.beginners.set(id, [...(this.beginners.get(id) ?? []), reader]);
      for (const client of reader.deleted.clients) {
        this.deleters.set(client, [...(this.deleters.get(client) ?? []), reader]);
      }
    }
  }

  go(): void {
    for (let item = this.fork.roots.text._start; item !== null; item = item.right) {
      const reader = this.byClient.get(item.id.client);
      if (reader) this.written(reader, item);
      else if (isMark(item)) this.mark(item);
      else this.characters(item);
    }
    this.closeAll();
  }

  private mark(item: Y.Item): void {
    const id = partId(item, (readContent(item.content) as { value: MarkValue }).value);
    const begun = (this.beginners.get(id) ?? []).filter((reader) => reader.begins(id));
    this.closeAllBut(begun);
    for (const reader of begun) this.begin(reader, id);
    // Where it begins nothing in the text, the text goes on, whatever a layer says of it.
    if (this.text.fact(id, facts.own) === true) this.after = idOf(item);
    this.paragraphId = this.text.holderOf(id)?.id ?? id;
  }

  private written(reader: LayerReader, item: Y.Item): void {
    if (item.deleted) return;
    const { after } = this;
    if (isMark(item)) return this.begin(reader, birthId(item));
    for (const run of this.runsOf(item)) {
      if (isBroughtBack(this.fork, reader, run.id)) continue;
      this.add(reader, {
        ...{ kind: 'inserted', id: run.id, after, text: run.text, formats: run.formats },
        embed: run.embed?.value ?? null,
      });
    }
  }

  private begin(reader: LayerReader, id: string): void {
    const begun = this.fork.paragraph(id);
    // Taken back again, it is one no more.
    if (!begun || this.fork.fact(id, facts.own) !== true) return;
    const attributes = attributesOf(begun, this.attributes);
    this.add(reader, { kind: 'break', paragraphId: id, after: this.after, attributes });
  }

  /** Its characters as they are shown, by formats; none of an end. */
  private runsOf(item: Y.Item): Run[] {
    const segment = this.fork.segmentOf(item);
    if (!segment) return [];
    const [client, from] = idOf(item);
    const to = from + item.length;
    return this.fork.contentOf(segment).runs.flatMap((run) => {
      const [begin, end] = [Math.max(from, run.id[1]), Math.min(to, run.id[1] + run.text.length)];
      if (run.id[0] !== client || begin >= end) return [];
      return [
        { ...run, id: [client, begin], text: run.text.slice(begin - run.id[1], end - run.id[1]) } as Run,
      ];
    });
  }

  /** Of the text. */
  private characters(item: Y.Item): void {
    const { kind } = readContent(item.content);
    if (kind === 'end') return;
    const deleters = this.deleters.get(item.id.client) ?? [];
    for (const [from, to] of this.pieces(item, deleters)) {
      const id: ItemId = [item.id.client, from];
      const isThere = findItem(this.text.doc, this.text.roots.text, id)?.deleted === false;
      const by = deleters.filter(
        (reader) => reader.deleted.has(item.id.client, from) && !this.isBack(reader, id),
      );
      for (const reader of by) {
        const text = wordsOf(item, from, to);
        this.add(reader, { kind: 'deleted', id, length: to - from, text, isThere });
      }
      if (!isThere) continue;
      this.after = [item.id.client, to - 1];
      this.closeAllBut(by);
    }
  }

  private add(reader: LayerReader, piece: Piece): void {
    this.open.add(reader);
    reader.add(this.paragraphId, piece);
  }

  /** The layer deleted it and took that back. */
  private isBack(reader: LayerReader, id: ItemId): boolean {
    return (
      !this.fork.restorations.isEmpty &&
      this.fork.restorations
        .allAnewFor(id)
        .some((anew) => anew[0] === reader.client && isAlive(this.fork, anew))
    );
  }

  /** An item, parted where it is there or not, and where a layer deletes or not, or took that back. */
  private pieces(item: Y.Item, deleters: readonly LayerReader[]): [from: number, to: number][] {
    const [begin, end] = [item.id.clock, item.id.clock + item.length];
    const cuts = new Set([begin, end]);
    for (const { deleted } of deleters) {
      for (const { from, to } of deleted.within(item.id.client, begin, end)) cuts.add(from).add(to);
    }
    for (let clock = begin; clock < end;) {
      const known = findItem(this.text.doc, this.text.roots.text, [item.id.client, clock]);
      clock = known ? known.id.clock + known.length : end;
      if (clock < end) cuts.add(clock);
    }
    for (const clock of this.fork.restorations.isEmpty ? [] : numbersFrom(begin, end)) {
      const differs = deleters.some((reader) => {
        const [one, other] = [clock, clock - 1].map((at) => this.isBack(reader, [item.id.client, at]));
        return one !== other;
      });
      if (clock > begin && differs) cuts.add(clock);
    }
    const sorted = [...cuts].sort((one, other) => one - other);
    return sorted.slice(1).map((to, at) => [sorted[at]!, to]);
  }

  private closeAll(): void {
    this.closeAllBut([]);
  }

  private closeAllBut(stay: readonly LayerReader[]): void {
    for (const reader of this.open) {
      if (stay.includes(reader)) continue;
      reader.close();
      this.open.delete(reader);
    }
  }
}

function* numbersFrom(begin: number, end: number): Generator<number> {
  for (let at = begin; at < end; at++) yield at;
}

/**
 * A deletion that was undone within the layer wrote it anew: the text has it, or had it until somebody else deleted it.
 * What was written anew for a layer that was taken back is suggested as before.
 */
export function isBroughtBack(
  fork: FlatText,
  { client, deleted }: { readonly client: number; readonly deleted: DeletedNumbers },
  id: ItemId,
): boolean {
  const { restorations } = fork;
  if (restorations.isEmpty) return false;
  const first = restorations.firstOf(id);
  return [first, ...restorations.allAnewFor(first)].some(
    ([by, clock]) => by !== client && deleted.has(by, clock),
  );
}

const isAlive = (text: FlatText, id: ItemId): boolean =>
  findItem(text.doc, text.roots.text, id)?.deleted === false;

/** Characters as they were; an embed counts one. Empty where nothing of them is kept. */
function wordsOf({ content, id }: Y.Item, from: number, to: number): string {
  if (content instanceof Y.ContentString) return content.str.slice(from - id.clock, to - id.clock);
  return content instanceof Y.ContentEmbed ? '\ufffc' : '';
}

const attributesOf = (
  paragraph: PageParagraph,
  names: readonly string[],
): Readonly<Record<string, AttributeValue>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = paragraph.attribute(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** Two pieces that follow each other by their numbers and are of one kind. */
function joinedPiece(one: Piece, other: Piece): Piece | null {
  if (one.kind === 'deleted' && other.kind === 'deleted') {
    const follows = one.id[0] === other.id[0] && one.id[1] + one.length === other.id[1];
    const [length, text] = [one.length + other.length, one.text + other.text];
    return follows && one.isThere === other.isThere ? { ...one, length, text } : null;
  }
  return null;
}
