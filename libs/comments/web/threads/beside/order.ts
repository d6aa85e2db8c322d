import type { ThreadPlaceView } from '@plenary/comments/domain';
import { numbersOf } from '@plenary/statements/web/parts';
import type { Node } from '@tiptap/pm/model';
import type { Beside } from './beside';

/** A paragraph of the page, as threads name it. */
export interface NamedParagraph {
  readonly id: string;
  /** How it is cited; null for what has no number. */
  readonly label: string | null;
  /** Its first words. */
  readonly words: string;
}

const longest = 60;

export function paragraphsOf(doc: Node): NamedParagraph[] {
  const numbers = numbersOf(doc);
  return doc.children.map((node, index) => ({
    id: String(node.attrs['id'] ?? ''),
    label: numbers[index]!.cited,
    words: beginningOf(node),
  }));
}

/** Paragraphs never change, they are replaced. */
const known = new WeakMap<Node, string>();

function beginningOf(node: Node): string {
  const before = known.get(node);
  if (before !== undefined) return before;
  const words = node.textBetween(0, Math.min(node.content.size, 4 * longest), ' ', ' ').trim();
  const short = words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words;
  known.set(node, short);
  return short;
}

/** Where a thread stands among paragraphs now. */
export interface StandingThread {
  readonly thread: ThreadPlaceView;
  readonly paragraph: NamedParagraph | null;
  /** What became of its passage or paragraph; null for the statement, and for a suggestion. */
  readonly state: 'exact' | 'moved' | 'changed' | 'gone' | null;
}

/** In the order of the text: those on the statement and on suggestions first, those whose words are gone last. */
export function inOrder(
  threads: readonly ThreadPlaceView[],
  paragraphs: readonly NamedParagraph[],
  beside: Beside | null,
): readonly StandingThread[] {
  const places = new Map(paragraphs.map(({ id }, index) => [id, index]));
  const placed = threads.map((thread) => {
    const { kind, paragraphId } = thread.place;
    const read = kind === 'passage' ? beside?.passages.placeOf(thread.id) : null;
    const at = places.get(read?.parts[0]?.paragraphId ?? paragraphId ?? '');
    const hasPlace = kind === 'paragraph' || kind === 'passage';
    const isGone = hasPlace && (read?.state === 'gone' || at === undefined);
    const state = !hasPlace ? null : isGone ? 'gone' : (read?.state ?? 'exact');
    const paragraph = isGone || at === undefined ? null : paragraphs[at]!;
    const offset = kind === 'passage' ? (read?.parts[0]?.from ?? 0) : -1;
    const row = !hasPlace ? -1 : isGone ? Infinity : at!;
    return { thread, paragraph, state, row, offset } as const;
  });
  // Ids say when a thread was begun.
  return placed.sort(
    (one, other) =>
      (one.row === other.row ? 0 : one.row - other.row) ||
      one.offset - other.offset ||
      (one.thread.id < other.thread.id ? -1 : 1),
  );
}
