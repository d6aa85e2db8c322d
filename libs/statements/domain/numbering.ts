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
}

const signs: Record<ParagraphKind, string> = { preambular: 'PP', operative: 'OP', plain: '¶' };

/**
 * STM-10: numbers are derived from the order of paragraphs and are stored nowhere. Written paragraphs of
 * style `text` count, each kind by itself; headings, quotes and lists are not counted and interrupt nothing.
 * STM-11: a numbered list counts per depth, from `start` where an item says so; what is no list, or a shallower item,
 * ends the deeper counts. A text that stands deeper than the item before it goes on with that item: it has no number
 * of its own and ends no count.
 */
export function numberParagraphs(paragraphs: readonly NumberedParagraph[]): ParagraphNumber[] {
  const counts: Record<ParagraphKind, number> = { preambular: 0, operative: 0, plain: 0 };
  let lists: number[] = [];
  return paragraphs.map((paragraph) => {
    const { style, kind, indent } = paragraph;
    if (style === 'numbered' || style === 'bullet') {
      lists = lists.slice(0, indent + 1);
      while (lists.length <= indent) lists.push(0);
      // A bullet at the same depth ends the numbered list that stood there.
      lists[indent] = style === 'numbered' ? paragraph.start || lists[indent]! + 1 : 0;
      return { label: null, listNumber: style === 'numbered' ? lists[indent]! : null };
    }
    if (style === 'text' && indent > 0 && lists.length >= indent) {
      lists = lists.slice(0, indent);
      return { label: null, listNumber: null };
    }
    lists = [];
    if (style !== 'text' || paragraph.empty) return { label: null, listNumber: null };
    counts[kind] += 1;
    return { label: `${signs[kind]}${counts[kind]}`, listNumber: null };
  });
}

/** The fragment of an address that leads to a paragraph: `#p-…`. */
export const paragraphAnchor = (paragraphId: string): string => `p-${paragraphId}`;
