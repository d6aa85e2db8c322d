import * as Y from 'yjs';

/** A range of clocks of one client: `from` (inclusive) to `to` (exclusive). */
interface Range {
  readonly from: number;
  readonly to: number;
}

type Wanted = ReadonlyMap<number, readonly Range[]>;

/**
 * The words that these updates bring, in the order in which they stand in the text, a line for each paragraph.
 * What cannot be placed in the text (because parts of it are missing) is given in the order of typing.
 */
export function wordsOf(updates: readonly Uint8Array[], text: Y.Doc | null, root: string): string {
  const wanted = rangesOf(updates);
  const placed = text ? lines(text.getXmlFragment(root), wanted).join('\n') : '';
  return placed || typedWords(updates);
}

/** The words of a copy that was never opened: made from its own records. */
export function wordsOfCopy(all: readonly Uint8Array[], unsent: readonly Uint8Array[], root: string): string {
  const doc = new Y.Doc();
  doc.getXmlFragment(root);
  try {
    all.forEach((update) => Y.applyUpdate(doc, update));
    return wordsOf(unsent, doc, root);
  } catch {
    return typedWords(unsent);
  } finally {
    doc.destroy();
  }
}

function rangesOf(updates: readonly Uint8Array[]): Wanted {
  const ranges = new Map<number, Range[]>();
  for (const { structs } of updates.map(decode)) {
    for (const { id, length } of structs) {
      const own = ranges.get(id.client) ?? [];
      own.push({ from: id.clock, to: id.clock + length });
      ranges.set(id.client, own);
    }
  }
  return ranges;
}

/** An unreadable update has no words that could be shown. */
function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return { structs: [], ds: { clients: new Map() } } as unknown as ReturnType<typeof Y.decodeUpdate>;
  }
}

function lines(parent: Y.XmlFragment, wanted: Wanted): string[] {
  const found: string[] = [];
  let line = '';
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) line += wordsIn(child, wanted);
    else if (child instanceof Y.XmlFragment) found.push(...lines(child, wanted));
  }
  return line ? [line, ...found] : found;
}

function wordsIn(text: Y.XmlText, wanted: Wanted): string {
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
  for (const { structs } of updates.map(decode)) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      if (struct.content instanceof Y.ContentString) words += struct.content.str;
      else if (struct.content instanceof Y.ContentType && words && !words.endsWith('\n')) words += '\n';
    }
  }
  return words.trim();
}
