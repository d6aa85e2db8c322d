import type { AttributeValue, RichParagraph } from '../rich-paragraph.js';

export const numberAt = (value: AttributeValue | undefined): number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0;

type Counted = Pick<RichParagraph, 'attributes'>;

/**
 * Counts numbered lists as they are read: per depth; a bullet at the same depth, a shallower item and what is no list
 * end the count, and a paragraph that continues an item (text with an indent) ends only what is deeper than the item.
 */
export class ListCounter {
  private counts: number[] = [];

  /** The number that an item at this depth gets when nothing is said. */
  next(indent: number): number {
    return (this.counts[indent] ?? 0) + 1;
  }

  /** Takes a paragraph in; its number, or null for what is not numbered. */
  number({ attributes }: Counted): number | null {
    const { style } = attributes;
    const indent = numberAt(attributes['indent']);
    if (style !== 'numbered' && style !== 'bullet') {
      this.counts.length = style === undefined || style === 'text' ? Math.min(indent, this.counts.length) : 0;
      return null;
    }
    const number = style === 'bullet' ? 0 : numberAt(attributes['start']) || this.next(indent);
    this.counts.length = Math.min(indent, this.counts.length);
    while (this.counts.length < indent) this.counts.push(0);
    this.counts.push(number);
    return style === 'bullet' ? null : number;
  }
}
