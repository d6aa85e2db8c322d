import type { Node } from '@tiptap/pm/model';
import { countWords } from '@plenary/statements/domain';
import { numbersOf } from './margin';

export interface OutlineEntry {
  /** Of its paragraph. */
  readonly id: string;
  /** 1 to 3 for headings; 0 for numbered paragraphs. */
  readonly level: number;
  readonly label: string | null;
  readonly text: string;
}

const longest = 140;
const shortened = new WeakMap<Node, string>();
const counted = new WeakMap<Node, number>();

/** The beginning of a paragraph; found once, until the paragraph is replaced. */
function beginningOf(node: Node): string {
  const known = shortened.get(node);
  if (known !== undefined) return known;
  const text = node.textContent.trim();
  const short = text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
  shortened.set(node, short);
  return short;
}

/** The headings, in order. */
export function headingsOf(doc: Node): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  doc.forEach((node, pos) => {
    if (node.attrs['style'] !== 'heading') return;
    const text = beginningOf(node);
    const level = Number(node.attrs['level']);
    if (text !== '') entries.push({ id: String(node.attrs['id'] ?? pos), level, label: null, text });
  });
  return entries;
}

/** Headings and numbered paragraphs, in order. */
export function outlineOf(doc: Node): OutlineEntry[] {
  const numbers = numbersOf(doc);
  const entries: OutlineEntry[] = [];
  doc.forEach((node, pos, index) => {
    const isHeading = node.attrs['style'] === 'heading';
    const label = numbers[index]!.label;
    if (!isHeading && label === null) return;
    const text = beginningOf(node);
    if (text === '') return;
    const level = isHeading ? Number(node.attrs['level']) : 0;
    entries.push({ id: String(node.attrs['id'] ?? pos), level, label, text });
  });
  return entries;
}

/** Where the paragraph of an entry stands now; null when it is gone. */
export function placeOfEntry(doc: Node, id: string): number | null {
  let place: number | null = null;
  doc.forEach((node, pos) => {
    if (String(node.attrs['id'] ?? pos) === id) place ??= pos;
  });
  return place;
}

/** Words of the text; each paragraph is counted once, until it is replaced. */
export function wordsIn(doc: Node): number {
  let words = 0;
  doc.forEach((node) => {
    let own = counted.get(node);
    if (own === undefined) {
      own = countWords(node.textBetween(0, node.content.size, ' ', ' '));
      counted.set(node, own);
    }
    words += own;
  });
  return words;
}

export interface SourceEntry {
  readonly number: number;
  /** Of its footnote; null for a moment after it was made. */
  readonly id: string | null;
  readonly text: string;
}

/** The footnotes, in order. */
export function sourcesOf(doc: Node): SourceEntry[] {
  const sources: SourceEntry[] = [];
  doc.descendants((node) => {
    if (node.type.name !== 'footnote') return;
    const { id, text } = node.attrs as { id: string | null; text: string };
    sources.push({ number: sources.length + 1, id, text: String(text) });
  });
  return sources;
}

/** Where a footnote stands now; null when it is gone. */
export function placeOfFootnote(doc: Node, id: string): number | null {
  let place: number | null = null;
  doc.descendants((node, pos) => {
    if (node.type.name === 'footnote' && node.attrs['id'] === id) place ??= pos;
  });
  return place;
}
