import * as Y from 'yjs';
import { lineBreak } from '@plenary/ground/text';

/** A range of numbers under one client id: `from` (inclusive) to `to` (exclusive). */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** What some updates brought, by client id. */
export type Brought = ReadonlyMap<number, readonly Range[]>;

export function broughtBy(updates: readonly Uint8Array[]): Brought {
  const ranges = new Map<number, Range[]>();
  for (const { id, length } of updates.flatMap(structsOf)) {
    const own = ranges.get(id.client) ?? [];
    own.push({ from: id.clock, to: id.clock + length });
    ranges.set(id.client, own);
  }
  return ranges;
}

/** Those of the characters that were brought; the first of them has this id. */
export function broughtOf(
  brought: Brought,
  [client, clock]: readonly [number, number],
  characters: string,
): string {
  return (brought.get(client) ?? [])
    .map(({ from, to }) => characters.slice(Math.max(0, from - clock), Math.max(0, to - clock)))
    .join('');
}

export const isBrought = (brought: Brought, [client, clock]: readonly [number, number]): boolean =>
  (brought.get(client) ?? []).some(({ from, to }) => from <= clock && clock < to);

/** Characters as a person can copy them. */
export const asLines = (characters: string): string => characters.replaceAll(lineBreak, '\n');

/**
 * Words of updates by themselves, in the order of typing: a new line where a paragraph begins, footnotes at the end.
 * Also of updates whose paragraphs are elements: a copy on a device may be older than this page.
 */
export function typedWords(updates: readonly Uint8Array[]): string {
  let words = '';
  const notes: string[] = [];
  for (const struct of updates.flatMap(structsOf)) {
    const { content, parentSub } = struct as Partial<Y.Item>;
    if (content instanceof Y.ContentString) words += content.str;
    else if (content instanceof Y.ContentEmbed && !beginsParagraph(content)) notes.push(...notesIn(content));
    else if (content instanceof Y.ContentType || content instanceof Y.ContentEmbed) {
      if (words !== '' && !words.endsWith('\n')) words += '\n';
    } else if (typeof parentSub === 'string' && namesNote.test(parentSub)) notes.push(...notesIn(content));
  }
  return asLines([words.trim(), ...notes].filter(Boolean).join('\n'));
}

/** Under such a name a footnote keeps its words: `text` of an element, `<id>/text` beside the characters. */
const namesNote = /(^|\/)text$/;

const beginsParagraph = ({ embed }: Y.ContentEmbed): boolean =>
  typeof embed === 'object' && embed !== null && 'p' in embed;

/** Words that something among the characters has within itself. */
export function notesIn(content: unknown): string[] {
  if (content instanceof Y.ContentAny) return content.arr.filter(isWords);
  if (!(content instanceof Y.ContentEmbed)) return [];
  const { v } = Object(content.embed) as { v?: object };
  return Object.values(v ?? {}).filter(isWords);
}

const isWords = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Bytes that cannot be read hold no words; whoever keeps them keeps them whole. */
function structsOf(update: Uint8Array): ReturnType<typeof Y.decodeUpdate>['structs'] {
  try {
    return Y.decodeUpdate(update).structs;
  } catch {
    return [];
  }
}
