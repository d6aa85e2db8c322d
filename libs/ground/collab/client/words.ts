import * as Y from 'yjs';

/** A range of clocks of one client: `from` (inclusive) to `to` (exclusive). */
interface Range {
  readonly from: number;
  readonly to: number;
}

type Wanted = ReadonlyMap<number, readonly Range[]>;

/**
 * The words that these updates bring, as a person can copy them: in the order in which they stand in the text, a
 * line for each paragraph. Without a text to place them in, in the order of typing.
 */
export function wordsOf(updates: readonly Uint8Array[], text: Y.XmlFragment | null = null): string {
  const placed = text ? placedLines(text, rangesOf(updates)).join('\n') : '';
  return placed.trim() === '' ? typedWords(updates) : placed;
}

/** The text of a root, block by block. */
export function textOf(root: Y.XmlFragment): string {
  return root
    .toArray()
    .map((block) => (block instanceof Y.XmlElement ? lettersOf(block) : ''))
    .join('\n');
}

function lettersOf(node: Y.XmlElement): string {
  return node
    .toArray()
    .map((child) => {
      if (child instanceof Y.XmlText) {
        return (child.toDelta() as { insert: unknown }[])
          .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
          .join('');
      }
      return child instanceof Y.XmlElement ? (child.nodeName === 'hardBreak' ? '\n' : lettersOf(child)) : '';
    })
    .join('');
}

/** Bytes that cannot be read hold no words; whoever keeps them keeps them whole. */
function structsOf(update: Uint8Array): ReturnType<typeof Y.decodeUpdate>['structs'] {
  try {
    return Y.decodeUpdate(update).structs;
  } catch {
    return [];
  }
}

function rangesOf(updates: readonly Uint8Array[]): Wanted {
  const ranges = new Map<number, Range[]>();
  for (const { id, length } of updates.flatMap(structsOf)) {
    const own = ranges.get(id.client) ?? [];
    own.push({ from: id.clock, to: id.clock + length });
    ranges.set(id.client, own);
  }
  return ranges;
}

function placedLines(parent: Y.XmlFragment, wanted: Wanted): string[] {
  const found: string[] = [];
  let line = '';
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) line += placedWords(child, wanted);
    else if (child instanceof Y.XmlFragment) found.push(...placedLines(child, wanted));
  }
  return line ? [line, ...found] : found;
}

function placedWords(text: Y.XmlText, wanted: Wanted): string {
  let words = '';
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    for (const { from, to } of wanted.get(client) ?? []) {
      words += item.content.str.slice(Math.max(0, from - clock), Math.max(0, to - clock));
    }
  }
  return words;
}

function typedWords(updates: readonly Uint8Array[]): string {
  let words = '';
  for (const struct of updates.flatMap(structsOf)) {
    const { content } = struct as Partial<Y.Item>;
    if (content instanceof Y.ContentString) words += content.str;
    else if (content instanceof Y.ContentType && words !== '' && !words.endsWith('\n')) words += '\n';
  }
  return words.trim();
}
