import { passagesOf } from '../anchors.js';
import type { FlatText } from '../flat-text.js';
import { sameFormats } from '../format-spans.js';
import { idOf, keyOf, readBirthId, type ItemId } from '../item-id.js';
import type { PageParagraph } from '../page-paragraph.js';
import type { Inline } from '../rich-paragraph.js';
import { inlineOf } from '../rich-text.js';
import type { Run, Segment } from '../segment.js';
import { findItem, isMark, readContent } from '../sequence.js';
import type { LayerPart } from './layer-parts.js';
import type { LayeredChange, LayeredParagraph, LayeredPiece } from './layered-text.js';

interface Line {
  readonly now: string | null;
  ends: string | null;
  readonly pieces: LayeredPiece[];
  end: LayeredChange | null;
  /** Who began it, or joined it to the one before. */
  readonly client: number | null;
}

/** A character of the text. */
interface Known {
  readonly paragraphId: string;
  readonly offset: number;
  readonly run: Run;
}

/** Reads a text and a copy with layers as one row. */
export class LayeredReader {
  private readonly known = new Map<string, Known>();
  private readonly indexed = new Set<string>();
  private readonly lines: Line[] = [];
  /** Paragraphs of the text that were told, if they go. */
  private told = 0;
  /** Where layers say formats, in the copy. */
  private formatted:
    { readonly client: number; readonly id: string; readonly from: number; readonly to: number }[] | null =
    null;

  constructor(
    private readonly text: FlatText,
    private readonly fork: FlatText,
    private readonly parts: ReadonlyMap<number, readonly LayerPart[]>,
  ) {}

  read(): LayeredParagraph[] {
    for (const paragraph of this.fork.page) {
      const place = this.text.indexOf(paragraph.id);
      this.removedBefore(place);
      if (place !== undefined && this.isSame(paragraph)) this.untouched(paragraph);
      else this.touched(paragraph, place !== undefined);
    }
    this.removedBefore(this.text.page.length);
    this.sayEnds();
    return this.lines.map(({ client, ...line }) => ({ ...line, saidBy: this.saidBy(line.ends) ?? client }));
  }

  /** Paragraphs that go, in front of the one that stands at this place of the text. */
  private removedBefore(place: number | undefined): void {
    const { page } = this.text;
    for (; this.told < (place ?? 0); this.told++) {
      const paragraph = page[this.told]!;
      // It may have been joined to one that goes, too.
      if (this.fork.indexOf(this.fork.holderOf(paragraph.id)!.id) === undefined) this.removed(paragraph);
    }
  }

  private removed(paragraph: PageParagraph): void {
    const { id } = paragraph;
    const client = this.whoSays('removed', id) ?? this.whoSays('joined', id);
    const change = client === null ? null : ({ kind: 'deleted', client } as const);
    const pieces = this.piecesOf(paragraph).map((piece) => ({ ...piece, change }));
    this.lines.push({ now: null, ends: id, pieces, end: change, client: null });
  }

  private untouched(paragraph: PageParagraph): void {
    const { id } = paragraph;
    this.lines.push({ now: id, ends: id, pieces: this.piecesOf(paragraph), end: null, client: null });
  }

  private piecesOf({ id: paragraphId, runs }: PageParagraph): LayeredPiece[] {
    let offset = 0;
    return runs.map((run) => {
      const at = { paragraphId, offset };
      offset += run.text.length;
      return { inline: inlineOf(this.text, run), change: null, before: null, at };
    });
  }

  private isSame(paragraph: PageParagraph): boolean {
    const was = this.text.paragraph(paragraph.id)!;
    const ids = ({ segments }: PageParagraph) => segments.map(({ id }) => id).join();
    return (
      ids(was) === ids(paragraph) &&
      was.runs.length === paragraph.runs.length &&
      was.runs.every((run, at) => {
        const now = paragraph.runs[at]!;
        return (
          keyOf(run.id) === keyOf(now.id) && run.text === now.text && sameFormats(run.formats, now.formats)
        );
      })
    );
  }

  private touched(paragraph: PageParagraph, was: boolean): void {
    const { id: now, chain } = paragraph;
    const client = was ? null : (readBirthId(now)?.[0] ?? null);
    let line: Line = { now, ends: was ? now : null, pieces: [], end: null, client };
    let offset = 0;
    for (const segment of paragraph.segments) {
      const { id } = segment;
      if (segment !== chain.head && this.text.indexOf(id) !== undefined) {
        const joiner = this.whoSays('joined', id);
        line.end = joiner === null ? null : { kind: 'deleted', client: joiner };
        this.lines.push(line);
        this.removedBefore(this.text.indexOf(id));
        line = { now, ends: id, pieces: [], end: null, client: joiner };
      }
      for (const piece of this.charactersOf(segment, paragraph, offset)) addPiece(line.pieces, piece);
      offset += this.fork.contentOf(segment).length;
    }
    this.lines.push(line);
  }

  /** Characters of a segment one by one: those of the copy, and those that only the text has. */
  private *charactersOf(segment: Segment, paragraph: PageParagraph, offset: number): Generator<LayeredPiece> {
    const { runs } = this.fork.contentOf(segment);
    const living = runs.flatMap((run) => Array.from(run.text.split(''), (_, at) => ({ run, at })));
    let next = 0;
    for (let item = segment.mark.right; item !== null && !isMark(item); item = item.right) {
      const { kind } = readContent(item.content);
      if (kind !== 'characters' && kind !== 'embed') continue;
      for (let at = 0; at < item.length; at++) {
        const id = idOf(item, at);
        const alive = item.deleted ? undefined : living[next];
        const formatter = () => this.whoFormats(paragraph, offset + next);
        const piece = alive ? this.standing(id, alive.run, alive.at, formatter) : this.gone(id);
        if (alive) next++;
        if (piece) yield piece;
      }
    }
  }

  private standing(id: ItemId, run: Run, at: number, formatter: () => number | null): LayeredPiece {
    const piece = inlineAt(this.fork, run, at);
    const known = this.inText(id);
    if (!known) return { inline: piece, change: { kind: 'inserted', client: id[0] }, before: null, at: null };
    const { run: was, offset, paragraphId } = known;
    const client = sameFormats(was.formats, run.formats) ? null : formatter();
    const before = client === null ? null : { formats: was.formats, client };
    return { inline: piece, change: null, before, at: { paragraphId, offset } };
  }

  private gone(id: ItemId): LayeredPiece | null {
    const { restorations } = this.fork;
    const isBack = restorations.allAnewFor(restorations.firstOf(id)).some((anew) => isAlive(this.fork, anew));
    const known = isBack || !isAlive(this.text, id) ? undefined : this.inText(id);
    const client = known ? this.whoDeletes(id) : null;
    if (!known || client === null) return null;
    const { run, offset, paragraphId } = known;
    const inline = inlineAt(this.text, run, id[1] - run.id[1]);
    return { inline, change: { kind: 'deleted', client }, before: null, at: { paragraphId, offset } };
  }

  /** The character of the text that this one is, or for which it was written anew. */
  private inText(id: ItemId): Known | undefined {
    const first = this.fork.restorations.firstOf(id);
    const found = [id, first, ...this.text.restorations.allAnewFor(first)].find((each) =>
      isAlive(this.text, each),
    );
    const segment = found && this.text.segmentAt(found);
    if (!segment) return undefined;
    this.index(this.text.paragraphOf(segment));
    return this.known.get(keyOf(found));
  }

  private index({ id: paragraphId, runs }: PageParagraph): void {
    if (this.indexed.has(paragraphId)) return;
    this.indexed.add(paragraphId);
    let offset = 0;
    for (const run of runs) {
      for (let at = 0; at < run.text.length; at++)
        this.known.set(keyOf([run.id[0], run.id[1] + at]), { paragraphId, offset: offset++, run });
    }
  }

  /**
   * A paragraph that a layer parts ends in the text where the last of it does: all ends before that one are new, and so
   * are those of paragraphs that a layer begins.
   */
  private sayEnds(): void {
    const lasts = new Map<string, number>();
    for (const [at, { pieces }] of this.lines.entries())
      for (const piece of pieces) if (piece.at) lasts.set(piece.at.paragraphId, at);
    for (const [at, line] of this.lines.entries()) {
      const last = line.ends === null ? undefined : lasts.get(line.ends);
      const ending = last !== undefined && last > at ? this.lines[last]! : null;
      if (ending?.ends !== null) continue;
      ending.ends = line.ends;
      line.ends = null;
    }
    for (const [at, line] of this.lines.entries()) {
      if (line.ends !== null) continue;
      const client = line.client ?? this.lines[at + 1]?.client ?? null;
      // Begun by a layer and continued by what it joined: there is no end in either.
      if (line.end?.kind === 'deleted') this.lines[at + 1]?.pieces.unshift(...line.pieces.splice(0));
      else if (client !== null) line.end = { kind: 'inserted', client };
    }
  }

  private saidBy(paragraphId: string | null): number | null {
    return this.who((part) => part.kind === 'attribute' && part.id === paragraphId);
  }

  private whoSays(kind: 'removed' | 'joined', paragraphId: string): number | null {
    return this.who((part) => part.kind === kind && part.paragraphId === paragraphId);
  }

  private whoDeletes([client, clock]: ItemId): number | null {
    return this.who(
      (part) =>
        part.kind === 'characters' &&
        part.pieces.some(
          (piece) =>
            piece.kind === 'deleted' &&
            piece.id[0] === client &&
            piece.id[1] <= clock &&
            clock < piece.id[1] + piece.length,
        ),
    );
  }

  private whoFormats({ id }: PageParagraph, offset: number): number | null {
    this.formatted ??= [...this.parts].flatMap(([client, parts]) =>
      parts.flatMap((part) =>
        part.kind === 'format'
          ? passagesOf(this.fork, [part]).map(({ paragraph, from, to }) => ({
              client,
              id: paragraph.id,
              from,
              to,
            }))
          : [],
      ),
    );
    const found = this.formatted.find((each) => each.id === id && each.from <= offset && offset < each.to);
    // What begins in its own words may reach over the text's: no part says so.
    return found?.client ?? this.who(({ kind }) => kind === 'format') ?? this.who(() => true);
  }

  private who(does: (part: LayerPart) => boolean): number | null {
    for (const [client, parts] of this.parts) if (parts.some(does)) return client;
    return null;
  }
}

const isAlive = ({ doc, roots }: FlatText, id: ItemId): boolean =>
  findItem(doc, roots.text, id)?.deleted === false;

function inlineAt(text: FlatText, run: Run, at: number): Inline {
  return inlineOf(text, run.embed ? run : { ...run, text: run.text[at]! });
}

/** What follows on the last one and fares as it does is one with it. */
function addPiece(pieces: LayeredPiece[], piece: LayeredPiece): void {
  const last = pieces.at(-1);
  if (last && 'text' in last.inline && 'text' in piece.inline && faresAs(last, piece))
    pieces[pieces.length - 1] = {
      ...last,
      inline: { ...last.inline, text: last.inline.text + piece.inline.text },
    };
  else pieces.push(piece);
}

function faresAs(one: LayeredPiece, other: LayeredPiece): boolean {
  const [formats, others] = [one, other].map(({ inline }) => ('text' in inline && inline.formats) || {});
  const ends = one.at && {
    ...one.at,
    offset: one.at.offset + ('text' in one.inline ? one.inline.text.length : 1),
  };
  return (
    sameFormats(formats!, others!) &&
    one.change?.kind === other.change?.kind &&
    one.change?.client === other.change?.client &&
    (one.before === null) === (other.before === null) &&
    one.before?.client === other.before?.client &&
    (!one.before || sameFormats(one.before.formats, other.before!.formats)) &&
    ends?.paragraphId === other.at?.paragraphId &&
    ends?.offset === other.at?.offset
  );
}
