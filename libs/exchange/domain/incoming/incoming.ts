import { directionOfWords } from '@plenary/ground/kernel';
import { type Inline, type RichParagraph } from '@plenary/ground/text';
import {
  ListCounts,
  statementLimits,
  type ParagraphKind,
  type ParagraphStyle,
} from '@plenary/statements/domain';
import { failExchange } from '../exchange.errors.js';
import { joined, wordsOf } from '../outgoing/outgoing.js';
import { importLimits } from './limits.js';

/** What a file holds that a statement cannot hold; each is counted. */
export const notCarriedKinds = [
  'comments',
  'moves',
  'formatting',
  'pictures',
  'tables',
  'drawings',
  'media',
  'embedded',
  'struck',
  'contents',
] as const;
export type NotCarried = (typeof notCarriedKinds)[number];

/** A paragraph as it was read. */
export interface IncomingParagraph extends RichParagraph {
  /** Which way it runs, where the file says so. */
  readonly runs?: 'ltr' | 'rtl';
}

/** What was understood of a file, before anything is made of it. */
export interface Incoming {
  readonly title: string | null;
  /** BCP 47, as far as the file says. */
  readonly language: string | null;
  readonly paragraphs: readonly IncomingParagraph[];
  /** Tracked changes, by their number. */
  readonly insertions: number;
  readonly deletions: number;
  /** Tracked changes of how paragraphs are set; absent where the file's kind has none. */
  readonly settings?: number;
  /** Zero where it is not known how many. */
  readonly notCarried: Readonly<Partial<Record<NotCarried, number>>>;
  /** The statement and the moment of which the file was made, where it says so (EXC-4). */
  readonly of: { readonly statement: string; readonly moment: number } | null;
}

/** A paragraph while it is being read. */
export interface Draft {
  readonly id?: string;
  readonly style: ParagraphStyle;
  readonly kind?: ParagraphKind;
  readonly level?: number;
  readonly indent?: number;
  /** Of a numbered item, as its program counts. */
  readonly number?: number | null;
  readonly runs?: 'ltr' | 'rtl';
  readonly content: readonly Inline[];
}

/** Paragraphs of drafts: empty ones fall away, numbers are said where counting would give another. */
export function settled(drafts: readonly Draft[]): IncomingParagraph[] {
  const counts = new ListCounts();
  const paragraphs = drafts.flatMap((draft): IncomingParagraph[] => {
    const { id, style, kind, level = 1, indent = 0, number = null, runs } = draft;
    const content = trimmed(joined(draft.content));
    if (content.length === 0) return [];
    const start = style === 'numbered' && number !== null && number !== counts.next(indent) ? number : 0;
    counts.take({ style, indent, start });
    const attributes = {
      ...(kind && kind !== 'plain' && style === 'text' ? { kind } : {}),
      ...(style === 'text' ? {} : { style }),
      ...(style === 'heading' && level > 1 ? { level } : {}),
      ...(indent > 0 ? { indent } : {}),
      ...(start > 0 ? { start } : {}),
    };
    return [{ ...(id ? { id } : {}), attributes, content, ...(runs ? { runs } : {}) }];
  });
  return bounded(paragraphs);
}

/** EXC-14 */
export function bounded(paragraphs: readonly IncomingParagraph[]): IncomingParagraph[] {
  const { characters, paragraphs: most } = importLimits;
  if (paragraphs.length > most) failExchange('exchange.text-too-long', { paragraphs: most, characters });
  const length = paragraphs.reduce((sum, { content }) => sum + lengthOf(content), 0);
  if (length > characters) failExchange('exchange.text-too-long', { paragraphs: most, characters });
  if (paragraphs.length === 0) failExchange('exchange.no-words');
  return [...paragraphs];
}

export const lengthOf = (content: readonly Inline[]): number =>
  content.reduce((sum, each) => sum + ('text' in each ? each.text : (each.values['text'] ?? '')).length, 0);

/** STM-18: a direction is said only where the words would run otherwise by themselves in a text of this language. */
export function directed(paragraphs: readonly IncomingParagraph[], language: string): RichParagraph[] {
  return paragraphs.map(({ runs, ...paragraph }) => {
    if (!runs || runs === directionOfWords(wordsOf(paragraph.content), language)) return paragraph;
    return { ...paragraph, attributes: { ...paragraph.attributes, direction: runs } };
  });
}

/** A long note goes on in another. */
export function inParts(text: string): Inline[] {
  const parts: Inline[] = [];
  for (let at = 0; at < text.length; at += statementLimits.footnoteLength)
    parts.push({ embed: 'footnote', values: { text: text.slice(at, at + statementLimits.footnoteLength) } });
  return parts;
}

/** Without spaces and breaks at both ends. */
function trimmed(content: readonly Inline[]): Inline[] {
  const cut = [...content];
  for (let last = cut.at(-1); last && 'text' in last; last = cut.at(-1)) {
    const text = last.text.trimEnd();
    if (text === last.text) break;
    cut.pop();
    if (text !== '') cut.push({ ...last, text });
  }
  for (let first = cut[0]; first && 'text' in first; first = cut[0]) {
    const text = first.text.trimStart();
    if (text === first.text) break;
    cut.shift();
    if (text !== '') cut.unshift({ ...first, text });
  }
  return cut;
}
