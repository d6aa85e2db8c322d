import type { ParagraphKind, ParagraphStyle } from './vocabulary.js';

/** As much of a paragraph as its number follows from. */
export interface NumberedParagraph {
  readonly kind: ParagraphKind;
  readonly style: ParagraphStyle;
  readonly indent: number;
  /** Of a numbered item: where counting begins; 0 goes on. */
  readonly start: number;
  /** True when nothing is written in it. */
  readonly empty: boolean;
}

export interface ParagraphNumber {
  /** In the margin: `PP1`, `OP1`, `¶1`; null for what has no number (headings, quotes, lists, empty ones). */
  readonly label: string | null;
  /** Of a numbered list's item, from 1; null for everything else. */
  readonly listNumber: number | null;
  /**
   * How it is cited: as its label, an item with the paragraph that its list hangs on: `¶12 (b)`, `OP3 (2) (i)`. Null
   * for what has no number, and for items that hang on none.
   */
  readonly cited: string | null;
}

const signs: Record<ParagraphKind, string> = { preambular: 'PP', operative: 'OP', plain: '¶' };

/**
 * STM-10: numbers are derived from the order of paragraphs and are stored nowhere. Written paragraphs of
 * style `text` count, each kind by itself; headings, quotes and lists are not counted and interrupt nothing.
 * STM-11: a numbered list counts per depth, from `start` where an item says so; what is no list, or a shallower item,
 * ends the deeper counts. A text that stands deeper than the item before it goes on with that item: it has no number
 * of its own and ends no count.
 * STM-17: an item is cited by the last numbered paragraph in front of its list, and by its number; bullets count in
 * letters, deeper ones in small Roman figures, on from list to list until the next numbered paragraph or heading.
 */
export function numberParagraphs(paragraphs: readonly NumberedParagraph[]): ParagraphNumber[] {
  const counts: Record<ParagraphKind, number> = { preambular: 0, operative: 0, plain: 0 };
  const lists = new ListCounts();
  const items = new Items();
  return paragraphs.map((paragraph) => {
    const { style, kind, indent } = paragraph;
    const { listNumber, goesOn } = lists.take(paragraph);
    if (style === 'numbered' || style === 'bullet') {
      return { label: null, listNumber, cited: items.next(indent, listNumber) };
    }
    if (goesOn) return unnumbered;
    if (style === 'heading') items.hangOn(null);
    if (style !== 'text' || paragraph.empty) return unnumbered;
    counts[kind] += 1;
    const label = `${signs[kind]}${counts[kind]}`;
    items.hangOn(label);
    return { label, listNumber: null, cited: label };
  });
}

/** STM-11, one paragraph after another. */
export class ListCounts {
  private counts: number[] = [];

  /** The number that an item at this depth gets where nothing else is said. */
  next(indent: number): number {
    return (this.counts[indent] ?? 0) + 1;
  }

  /** Takes a paragraph in: the number of a numbered item, and whether a text goes on with the item before it. */
  take({ style, indent, start }: Pick<NumberedParagraph, 'style' | 'indent' | 'start'>): {
    readonly listNumber: number | null;
    readonly goesOn: boolean;
  } {
    if (style === 'numbered' || style === 'bullet') {
      const listNumber = style === 'numbered' ? start || this.next(indent) : null;
      this.counts = this.counts.slice(0, indent);
      while (this.counts.length < indent) this.counts.push(0);
      // A bullet at the same depth ends the numbered list that stood there.
      this.counts.push(listNumber ?? 0);
      return { listNumber, goesOn: false };
    }
    const goesOn = style === 'text' && indent > 0 && this.counts.length >= indent;
    this.counts = goesOn ? this.counts.slice(0, indent) : [];
    return { listNumber: null, goesOn };
  }
}

const unnumbered: ParagraphNumber = { label: null, listNumber: null, cited: null };

/** Items of lists under one paragraph, as they are cited. */
class Items {
  private chapeau: string | null = null;
  /** The item at each depth, and how many bullets stood there. */
  private open: { sign: string; bullets: number }[] = [];

  hangOn(label: string | null): void {
    this.chapeau = label;
    this.open = [];
  }

  next(indent: number, listNumber: number | null): string | null {
    this.open = this.open.slice(0, indent + 1);
    // One that begins deeper than any before it has nothing to hang on in between.
    while (this.open.length <= indent) this.open.push({ sign: '', bullets: 0 });
    const at = this.open[indent]!;
    if (listNumber === null) at.bullets += 1;
    const bullet = indent % 2 === 0 ? letters(at.bullets) : roman(at.bullets);
    at.sign = ` (${listNumber ?? bullet})`;
    return this.chapeau && this.chapeau + this.open.map(({ sign }) => sign).join('');
  }
}

/** a, b … z, aa, ab … */
function letters(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((count - 1) % 26));
}

const figures: readonly [number, string][] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(count: number): string {
  const [value, figure] = figures.find(([each]) => each <= count) ?? [];
  return value ? figure + roman(count - value) : '';
}

/** The fragment of an address that leads to a paragraph: `#p-…`. */
export const paragraphAnchor = (paragraphId: string): string => `p-${paragraphId}`;
