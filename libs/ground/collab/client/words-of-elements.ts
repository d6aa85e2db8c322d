import * as Y from 'yjs';
import { broughtBy, broughtOf, isBrought, notesIn, typedWords, type Brought } from './typed-words.js';

/** Until 2026 a text was a tree of elements under this root. */
const oldRoot = 'body';
const oldBreak = 'hardBreak';

/**
 * The unsent words of a copy that was made before texts were one sequence of characters: in the order in which they
 * stand in that copy, a line for each paragraph and each footnote; in the order of typing where the copy is not whole.
 */
export function wordsOfElements(copy: readonly Uint8Array[], unsent: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  try {
    for (const update of copy) Y.applyUpdate(doc, update);
    const lines = doc.store.pendingStructs ? [] : linesIn(doc.get(oldRoot), broughtBy(unsent));
    if (lines.join('').trim() !== '') return lines.join('\n');
  } catch {
    // What Yjs cannot put together is read piece by piece.
  } finally {
    doc.destroy();
  }
  return typedWords(unsent);
}

function linesIn(root: Y.AbstractType<unknown>, brought: Brought): string[] {
  return [...childrenOf(root)].flatMap((item) => {
    const lines = { characters: '', notes: [] as string[] };
    take(item, brought, lines);
    return [lines.characters, ...lines.notes].filter((line) => line !== '');
  });
}

function take(item: Y.Item, brought: Brought, lines: { characters: string; notes: string[] }): void {
  const { content, id } = item;
  if (content instanceof Y.ContentString)
    lines.characters += broughtOf(brought, [id.client, id.clock], content.str);
  if (!(content instanceof Y.ContentType)) return;
  const type = content.type as Y.AbstractType<unknown> & { readonly nodeName?: string };
  if (type.nodeName === oldBreak && isBrought(brought, [id.client, id.clock])) lines.characters += '\n';
  const note = type._map.get('text');
  if (note && !note.deleted && isBrought(brought, [note.id.client, note.id.clock]))
    lines.notes.push(...notesIn(note.content));
  for (const child of childrenOf(type)) take(child, brought, lines);
}

function* childrenOf(type: Y.AbstractType<unknown>): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted) yield item;
}
