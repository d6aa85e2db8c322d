import type * as Y from 'yjs';
import { caretAt, type TextPlace } from './carets.js';
import type { FlatText } from './flat-text.js';
import { idOf, isItemId, keyOf, sameItem, type ItemId } from './item-id.js';
import type { PageParagraph } from './page-paragraph.js';
import type { Segment } from './segment.js';
import { findItem, isMark } from './sequence.js';

/** Letters that stand beside each other in the sequence: from the first to the last, and all that comes in between. */
export interface Stretch {
  readonly first: ItemId;
  readonly last: ItemId;
}

/**
 * A passage that survives edits, over paragraphs as easily as within one: a stretch for each part of the sequence that
 * it covered, mostly one. Whatever moves, splits or joins its paragraphs, its letters are the same letters.
 */
export type Anchor = readonly Stretch[];

/** The part of a passage that stands in one paragraph now. */
export interface Passage {
  readonly paragraph: PageParagraph;
  readonly from: number;
  readonly to: number;
}

export const isAnchor = (value: unknown): value is Anchor =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((each: Partial<Stretch> | null) => isItemId(each?.first) && isItemId(each?.last));

/** The letters between two places of the page, `from` in front of `to`; empty when there are none. */
export function anchorOf(text: FlatText, from: TextPlace, to: TextPlace): Anchor {
  const { page } = text;
  const [begin, end] = [text.indexOf(from.paragraph.id)!, text.indexOf(to.paragraph.id)!];
  const stretches: { first: ItemId; last: ItemId; segment: Segment }[] = [];
  for (let index = begin; index <= end; index++) {
    const paragraph = page[index]!;
    const first = index === begin ? from.offset : 0;
    const last = index === end ? to.offset : paragraph.length;
    for (const part of partsOf(text, paragraph, first, last)) {
      const before = stretches.at(-1);
      // Paragraphs that follow each other in the sequence, too, are one stretch: what is written between belongs to it.
      if (before && before.segment.order + 1 === part.segment.order)
        Object.assign(before, { last: part.last, segment: part.segment });
      else stretches.push(part);
    }
  }
  return stretches.map(({ first, last }) => ({ first, last }));
}

/** Where a passage stands now, in the order of the page; empty when none of its letters is left. */
export function passagesOf(text: FlatText, anchor: Anchor): Passage[] {
  const letters = new Map<Segment, Set<string>>();
  for (const stretch of anchor) collect(text, stretch, letters);
  const found: Passage[] = [];
  for (const paragraph of new Set([...letters.keys()].map((segment) => text.paragraphOf(segment)))) {
    let at = 0;
    for (const segment of paragraph.segments) {
      const within = letters.get(segment);
      for (const { id, text: words } of text.contentOf(segment).runs) {
        if (within)
          addTo(found, paragraph, at, words.length, (offset) => within.has(keyOf([id[0], id[1] + offset])));
        at += words.length;
      }
    }
  }
  const place = ({ paragraph, from }: Passage) => [text.indexOf(paragraph.id) ?? -1, from] as const;
  return found
    .filter(({ paragraph }) => text.indexOf(paragraph.id) !== undefined)
    .sort((one, other) => place(one)[0] - place(other)[0] || one.from - other.from);
}

function partsOf(text: FlatText, paragraph: PageParagraph, from: number, to: number) {
  const parts: { first: ItemId; last: ItemId; segment: Segment }[] = [];
  let begin = 0;
  for (const segment of paragraph.segments) {
    const { length } = text.contentOf(segment);
    const [first, last] = [Math.max(from, begin), Math.min(to, begin + length)];
    if (first < last) {
      parts.push({
        first: caretAt({ paragraph, offset: first + 1 }),
        last: caretAt({ paragraph, offset: last }),
        segment,
      });
    }
    begin += length;
  }
  return parts;
}

/** Living letters of a stretch, by segment. */
function collect(text: FlatText, stretch: Stretch, letters: Map<Segment, Set<string>>): void {
  const begin = beginOf(text, stretch.first);
  const isOfIt = insideOf(text, stretch);
  for (const { item, from, to } of itemsFrom(text, begin, stretch.last)) {
    const segment = item.deleted || isMark(item) ? undefined : text.segmentOf(item);
    if (!segment) continue;
    const known = letters.get(segment) ?? new Set();
    for (let at = from; at < to; at++) if (isOfIt(idOf(item, at))) known.add(keyOf(idOf(item, at)));
    letters.set(segment, known);
  }
}

/** What was written anew stands beside what it stands for: it belongs to the passage as far as that one did. */
function insideOf(text: FlatText, { first, last }: Stretch): (id: ItemId) => boolean {
  if (text.roots.restored.size === 0) return () => true;
  const inside = new Set<string>();
  for (const { item, from, to } of itemsFrom(text, first, last)) {
    for (let at = from; at < to; at++) inside.add(keyOf(idOf(item, at)));
  }
  return (id) => {
    const before = text.restorations.firstOf(id);
    return sameItem(before, id) || inside.has(keyOf(before));
  };
}

function* itemsFrom(text: FlatText, first: ItemId, last: ItemId) {
  const [begin, end] = [first, last].map((id) => findItem(text.doc, text.roots.text, id));
  if (!begin || !end) return;
  for (let item: Y.Item | null = begin; item !== null; item = item.right) {
    const from = item === begin ? first[1] - item.id.clock : 0;
    yield { item, from, to: item === end ? last[1] - item.id.clock + 1 : item.length };
    if (item === end) return;
  }
}

/** An undo writes letters anew in front of those that were deleted: the first letter may stand there by now. */
function beginOf(text: FlatText, first: ItemId): ItemId {
  const isAlive = (id: ItemId) => findItem(text.doc, text.roots.text, id)?.deleted === false;
  return text.restorations.anewFor(first).findLast(isAlive) ?? first;
}

function addTo(
  found: Passage[],
  paragraph: PageParagraph,
  at: number,
  length: number,
  holds: (offset: number) => boolean,
): void {
  for (let offset = 0; offset < length; offset++) {
    if (!holds(offset)) continue;
    const last = found.at(-1);
    if (last?.paragraph === paragraph && last.to === at + offset) {
      found[found.length - 1] = { ...last, to: last.to + 1 };
    } else found.push({ paragraph, from: at + offset, to: at + offset + 1 });
  }
}
