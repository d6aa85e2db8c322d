import { type Item } from './surroundings.js';
import { hasClass, type StyleSheet, type Styles } from './styles.js';
import { findMarker } from './word-marker.js';
import { readMarker } from './word-numbers.js';

const listClass = /^MsoList(Paragraph(CxSp(First|Middle|Last))?|Bullet|Number|Continue)?(\d?)$/i;

/**
 * Word writes lists as paragraphs that name a list and a level. Remembers the items it saw, since numbers of characters
 * are read by the item before, and since a paragraph without a number continues the item above it.
 */
export class WordParagraphs {
  private readonly counts = new Map<string, number>();
  private item: Item | null = null;
  /** Nodes that hold numbers and signs, which are layout. */
  readonly markers = new Set<Node>();

  constructor(private readonly sheet: StyleSheet) {}

  /** The item that a paragraph is or continues; null for a paragraph outside any list. */
  read(paragraph: Element, styles: Styles, isHeading: boolean): Item | null {
    const place = /^l(\d+)\s+level(\d+)/.exec(styles.get('mso-list') ?? '');
    const isList = hasClass(paragraph, listClass);
    const marker = place || isList || isHeading ? findMarker(paragraph, this.sheet) : null;
    for (const node of marker?.nodes ?? []) this.markers.add(node);
    if (isHeading) return (this.item = null);
    if (!place && !marker) return isList ? this.continued(paragraph) : (this.item = null);
    const level = Math.max(Number(place?.[2] ?? 1), this.levelOfClass(paragraph));
    const list = `l${place?.[1] ?? ''}:level${place?.[2] ?? level}`;
    return (this.item = this.begin(list, level, marker?.text ?? null));
  }

  private begin(list: string, level: number, marker: string | null): Item {
    const definition = this.sheet.list(list);
    const format = definition ? (definition.get('mso-level-number-format') ?? 'decimal') : undefined;
    const before = this.counts.get(list);
    const { style, number } = readMarker(marker, format, before ?? 0);
    const first = before === undefined ? Number(definition?.get('mso-level-start-at')) || null : null;
    const counted = number ?? (marker === null ? first : null);
    for (const [name] of this.counts) if (isDeeper(name, list)) this.counts.delete(name);
    this.counts.set(list, counted ?? (before ?? 0) + 1);
    return { style, indent: level - 1, number: counted, used: 'not yet' };
  }

  /** A paragraph in the style of items but without a number or sign: it goes on in the item above. */
  private continued(paragraph: Element): Item | null {
    const level = this.levelOfClass(paragraph);
    if (!this.item && !hasClass(paragraph, /^MsoListContinue/i)) return null;
    return this.item ?? { style: 'bullet', indent: level - 1, number: null, used: 'item' };
  }

  private levelOfClass(paragraph: Element): number {
    const names = (paragraph.getAttribute('class') ?? '').split(/\s+/);
    return Number(names.map((name) => listClass.exec(name)?.[4]).find(Boolean) ?? 1);
  }
}

/** `l0:level3` is deeper than `l0:level2`, and begins anew after it. */
function isDeeper(name: string, list: string): boolean {
  const [one, other] = [name.split(':level'), list.split(':level')];
  return one[0] === other[0] && Number(one[1]) > Number(other[1]);
}
