import { type TextLine } from './text-lines.js';
import { numberOf, numberOfLetters } from './word-numbers.js';

/** The sign or number with which a line of plain text begins an item. */
export interface TextMarker {
  readonly style: 'bullet' | 'numbered';
  readonly number: number | null;
  /** Letters of the line that it takes, with the space behind it. */
  readonly length: number;
  /** Items of one list have signs of one kind. */
  readonly kind: string;
}

const sign = /^(?:[-*•·◦▪▫‣●○■□–⁃∙✓➢\uf0b7\uf0a7\uf0d8][ \t\u00a0]+|o\t[ \t]*|§\t[ \t]*)(?=\S)/u;
const number = /^(\(?)(\p{Nd}{1,3}|[a-z]{1,5}|[A-Z]{1,5})(?:([.)])|\s?([-–](?=[ \t])))[ \t\u00a0]+(?=\S)/u;

/**
 * Finds the items of a text. A number counts only in a row: `24. April` alone is a date and `A. Diallo` a name, so
 * that it needs the number before or behind it, unless it is the first (and no letter).
 */
export function markersOf(lines: readonly TextLine[]): Map<TextLine, TextMarker> {
  const found = new Map<TextLine, TextMarker>();
  const rows = new Map<string, { line: TextLine; marker: TextMarker; letters: string }[]>();
  for (const line of lines) {
    const bullet = sign.exec(line.text);
    if (bullet) {
      found.set(line, { style: 'bullet', number: null, length: bullet[0].length, kind: line.text[0]! });
      continue;
    }
    const item = number.exec(line.text);
    if (!item || (item[4] && !/\p{Nd}/u.test(item[2]!)) || (item[1] && item[3] !== ')')) continue;
    const kind = `${item[1]}${shape(item[2]!)}${item[3] ?? item[4]}`;
    const row = rows.get(kind) ?? [];
    rows.set(kind, row);
    const last = row[row.length - 1]?.marker.number ?? 0;
    const read = /\p{Nd}/u.test(item[2]!)
      ? numberOf(item[2]!)
      : numberOfLetters(item[2]!.toLowerCase(), undefined, last);
    if (read === null) continue;
    const marker: TextMarker = { style: 'numbered', number: read, length: item[0].length, kind };
    row.push({ line, marker, letters: item[2]! });
  }
  for (const row of rows.values()) keepRows(row, found);
  return found;
}

const shape = (letters: string): string =>
  /\p{Nd}/u.test(letters) ? '1' : letters === letters.toUpperCase() ? 'A' : 'a';

function keepRows(
  row: readonly { line: TextLine; marker: TextMarker; letters: string }[],
  found: Map<TextLine, TextMarker>,
): void {
  row.forEach(({ line, marker, letters }, i) => {
    const value = marker.number!;
    const before = row[i - 1];
    const follows = before !== undefined && found.has(before.line) && before.marker.number === value - 1;
    const leads = row[i + 1]?.marker.number === value + 1;
    const first = value === 1 && /\p{Nd}/u.test(letters);
    if (follows || leads || first) found.set(line, marker);
  });
}

/** Signs of inner lists, which tell the depth where all items stand in one column. */
const isLesser = (kind: string): boolean => /^([o§◦▪▫‣○□–⁃-]|\(?[aA][.)])$/.test(kind);

/** How deep items stand: by their column, and where all stand in one by the kinds of their signs. */
export class Depths {
  private open: { readonly column: number; readonly kind: string }[] = [];

  end(): void {
    this.open = [];
  }

  /** After a gap a list goes on with signs that it has, or deeper; everything else is another list. */
  endUnless(column: number, kind: string): void {
    const goesOn =
      this.open.some((each) => each.kind === kind) || (this.column !== null && column > this.column);
    if (!goesOn) this.end();
  }

  /** Where the words of the innermost item begin, or null outside a list. */
  get column(): number | null {
    return this.open[this.open.length - 1]?.column ?? null;
  }

  get depth(): number {
    return this.open.length - 1;
  }

  /** Ends what is deeper than a paragraph that stands in this column; whether it stands in an item. */
  continueIn(column: number): boolean {
    while (this.column !== null && column < this.column + 2) this.open.pop();
    return this.open.length > 0;
  }

  take(column: number, kind: string): number {
    while (this.open.length > 1 && this.open[this.open.length - 1]!.column > column) this.open.pop();
    const same = this.open.findLastIndex((each) => each.kind === kind && each.column === column);
    if (same >= 0) this.open.length = same + 1;
    else if (this.column === null || column > this.column || (column === this.column && isLesser(kind)))
      this.open.push({ column, kind });
    else this.open = [{ column, kind }];
    return this.depth;
  }
}
