import { lineBreak } from '@plenary/ground/text';
import { Hyphens } from './hyphens.js';
import { areShort, endsSentence, isTable } from './text-shapes.js';
import { blocksOf, linesOf, type TextLine } from './text-lines.js';
import { Depths, markersOf, type TextMarker } from './text-markers.js';
import { wrappingOf, type Wrapping } from './wrapping.js';

/** A paragraph as pieces of a text; `glue` stands before its piece. */
export interface PlannedParagraph {
  readonly style: 'text' | 'quote' | 'bullet' | 'numbered';
  readonly indent: number;
  readonly number: number | null;
  readonly pieces: { from: number; to: number; glue: string }[];
}

export interface PlanOptions {
  /** True where lines were set by a person unless a program evidently broke them: `<pre>` and `<br>`. */
  readonly keepLines: boolean;
  /** True where signs and numbers before lines make items. */
  readonly lists: boolean;
}

const code = /[;{}>]$|^(\/\/|#include|<[a-z!/]|\/\*|\*\/|\$ |>>> )/;

/** What a text of lines means: which lines go on, which stand under each other, which are items and quotes. */
export function planText(text: string, options: PlanOptions): PlannedParagraph[] {
  return new Planner(text, options).plan();
}

class Planner {
  private readonly done: PlannedParagraph[] = [];
  private readonly depths = new Depths();
  private readonly blocks: TextLine[][];
  private readonly markers: ReadonlyMap<TextLine, TextMarker>;
  private readonly wrappings: { words: Wrapping; quotes: Wrapping };
  private readonly hyphens: Hyphens;
  /** True when the paragraph that is being built has lines that a program broke. */
  private joined = false;

  constructor(
    text: string,
    private readonly options: PlanOptions,
  ) {
    const lines = linesOf(text);
    this.blocks = blocksOf(lines);
    this.hyphens = new Hyphens(lines);
    const words = lines.filter((line) => !line.quoted && line.text !== '');
    this.markers = options.lists ? markersOf(words) : new Map();
    // An item begins a line whether or not the line before it was full.
    const parts = this.blocks.flatMap((block) => this.atMarkers(block));
    const quoted = (yes: boolean) => wrappingOf(parts.filter((part) => part[0]!.quoted === yes));
    this.wrappings = { words: quoted(false), quotes: quoted(true) };
  }

  private atMarkers(block: TextLine[]): TextLine[][] {
    const parts: TextLine[][] = [];
    for (const line of block) {
      if (parts.length === 0 || this.markers.has(line)) parts.push([]);
      parts[parts.length - 1]!.push(line);
    }
    return parts;
  }

  plan(): PlannedParagraph[] {
    for (const block of this.blocks) {
      if (isTable(block)) for (const line of block) this.row(line);
      else this.block(block);
    }
    return this.done;
  }

  private block(block: TextLine[]): void {
    const isCode =
      this.options.keepLines && block.filter(({ text }) => code.test(text)).length * 3 >= block.length;
    block.forEach((line, i) => {
      const marker = isCode ? undefined : this.markers.get(line);
      if (marker) this.item(line, marker, i === 0);
      else if (i === 0) this.first(line);
      else this.following(block, i, isCode);
    });
  }

  private item(line: TextLine, marker: TextMarker, afterGap: boolean): void {
    if (afterGap) this.depths.endUnless(line.column, marker.kind);
    const indent = this.depths.take(line.column, marker.kind);
    this.begin(marker.style, indent, line.from + marker.length, line.to, marker.number);
  }

  /** The first line after a gap: what stands under the words of an item continues it. */
  private first(line: TextLine): void {
    const continues = !line.quoted && this.depths.continueIn(line.column);
    if (!continues) this.depths.end();
    this.begin(line.quoted ? 'quote' : 'text', continues ? this.depths.depth + 1 : 0, line.from, line.to);
  }

  private following(block: TextLine[], i: number, isCode: boolean): void {
    const [before, line, next] = [block[i - 1]!, block[i]!, block[i + 1]];
    const wrapping = line.quoted ? this.wrappings.quotes : this.wrappings.words;
    const inItem = this.depths.column !== null;
    const hangs = inItem && line.column > this.depths.column!;
    if (!isCode && (hangs || wrapping.goesOn(before, line))) return this.join(before, line);
    if (inItem) this.depths.end();
    const asLine = inItem ? false : wrapping.wrapped && !isCode
      ? !this.joined && !(next && wrapping.goesOn(line, next) && endsSentence(before.text))
      : this.options.keepLines || areShort(block); // prettier-ignore
    if (asLine) this.last.pieces.push({ from: this.startOf(line), to: line.to, glue: lineBreak });
    else this.begin(line.quoted ? 'quote' : 'text', 0, line.from, line.to);
  }

  private startOf(line: TextLine): number {
    return this.options.keepLines ? line.start : line.from;
  }

  private join(before: TextLine, line: TextLine): void {
    const { cut, glue } = this.hyphens.join(before.text, line.text);
    const last = this.last.pieces[this.last.pieces.length - 1]!;
    last.to -= cut;
    this.last.pieces.push({ from: line.from, to: line.to, glue });
    this.joined = true;
  }

  private begin(style: PlannedParagraph['style'], indent: number, from: number, to: number, number: number | null = null): void {
    this.joined = false;
    this.done.push({ style, indent, number, pieces: [{ from, to, glue: '' }] });
  } // prettier-ignore

  private row({ text, from }: TextLine): void {
    this.depths.end();
    let at = from;
    const pieces = text.split('\t').map((cell, i) => {
      const piece = { from: at, to: at + cell.length, glue: i === 0 ? '' : ' | ' };
      at += cell.length + 1;
      return piece;
    });
    this.joined = false;
    this.done.push({ style: 'text', indent: 0, number: null, pieces });
  }

  private get last(): PlannedParagraph {
    return this.done[this.done.length - 1]!;
  }
}
