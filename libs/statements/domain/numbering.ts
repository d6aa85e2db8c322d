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
  let lists: number[] = [];
  const items = new Items();
  return paragraphs.map((paragraph) => {
    const { style, kind, indent } = paragraph;
    if (style === 'numbered' || style === 'bullet') {
      lists = lists.slice(0, indent + 1);
      while (lists.length <= indent) lists.push(0);
      // A bullet at the same depth ends the numbered list that stood there.
      lists[indent] = style === 'numbered' ? paragraph.start || lists[indent]! + 1 : 0;
      const listNumber = style === 'numbered' ? lists[indent]! : null;
      return { label: null, listNumber, cited: items.next(indent, listNumber) };
    }
    if (style === 'text' && indent > 0 && lists.length >= indent) {
      lists = lists.slice(0, indent);
      return unnumbered;
    }
    lists = [];
    if (style === 'heading') items.hangOn(null);
    if (style !== 'text' || paragraph.empty) return unnumbered;
    counts[kind] += 1;
    const label = `${signs[kind]}${counts[kind]}`;
    items.hangOn(label);
    return { label, listNumber: null, cited: label };
  });
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
