import type * as Y from 'yjs';
import type { TextPlace } from './carets.js';
import type { FlatText } from './flat-text.js';
import { idOf, keyOf, sameItem, type ItemId } from './item-id.js';
import type { PageParagraph } from './page-paragraph.js';
import type { Run, Segment } from './segment.js';
import { findItem, isMark } from './sequence.js';

/**
 * Characters that stand beside each other in the sequence: from the first to the last, and all that comes in between.
 */
export interface Stretch {
  readonly first: ItemId;
  readonly last: ItemId;
}

/**
 * A passage that survives edits, over paragraphs as easily as within one: a stretch for each part of the sequence that
 * it covered, mostly one. Whatever moves, splits or joins its paragraphs, its characters are the same characters.
 */
export type Anchor = readonly Stretch[];

/** The part of a passage that stands in one paragraph now. */
export interface Passage {
  readonly paragraph: PageParagraph;
  readonly from: number;
  readonly to: number;
}

/** The characters between two places of the page, `from` in front of `to`; empty when there are none. */
export function anchorOf(text: FlatText, from: TextPlace, to: TextPlace): Anchor {
  const { page } = text;
  const [begin, end] = [text.indexOf(from.paragraph.id)!, text.indexOf(to.paragraph.id)!];
  const stretches: Part[] = [];
  for (let index = begin; index <= end; index++) {
    const paragraph = page[index]!;
    const first = index === begin ? from.offset : 0;
    const last = index === end ? to.offset : paragraph.length;
    for (const part of partsOf(text, paragraph, first, last)) {
      const before = stretches.at(-1);
      // Paragraphs that follow each other in the sequence, too, are one stretch: what is written between belongs to it.
      if (before && before.segment.order + 1 === part.segment.order && standIn(text, before, part))
        stretches[stretches.length - 1] = { ...part, first: before.first };
      else stretches.push(part);
    }
  }
  return stretches.map(({ first, last }) => ({ first, last }));
}

/** Where a passage stands now, in the order of the page; empty when none of its characters is left. */
export function passagesOf(text: FlatText, anchor: Anchor): Passage[] {
  const characters = new Map<Segment, Set<string>>();
  for (const stretch of anchor) collect(text, stretch, characters);
  const found: Passage[] = [];
  for (const paragraph of new Set([...characters.keys()].map((segment) => text.paragraphOf(segment)))) {
    let at = 0;
    for (const segment of paragraph.segments) {
      const within = characters.get(segment);
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

/** True when the text has the characters that name it, be they dead: another copy may not know them yet. */
export const knowsAnchor = (text: FlatText, anchor: Anchor): boolean =>
  anchor.length > 0 && anchor.every(({ first, last }) => itemsBetween(text, first, last).length > 0);

/** Characters of a passage that are gone, in the order of the sequence, as they were first written. */
export const deadCharactersOf = (text: FlatText, anchor: Anchor): ItemId[] =>
  anchor
    .flatMap(({ first, last }) => itemsBetween(text, first, last))
    .filter(({ item }) => item.deleted)
    .flatMap(({ item, from, to }) => Array.from({ length: to - from }, (_, at) => idOf(item, from + at)))
    .filter((id) => sameItem(text.restorations.firstOf(id), id));

type Part = Stretch & { readonly segment: Segment };

/** Characters that were written anew may stand in another part of the sequence than those that they stand for. */
const standIn = (text: FlatText, one: Part, other: Part): boolean =>
  text.segmentAt(one.last) === one.segment && text.segmentAt(other.first) === other.segment;

/**
 * Named by characters as they were first written, also where an undo wrote them anew: those stay where they were, and
 * tell what stood between them.
 */
function partsOf(text: FlatText, paragraph: PageParagraph, from: number, to: number): Part[] {
  const parts: Part[] = [];
  let begin = 0;
  for (const segment of paragraph.segments) {
    const { runs, length } = text.contentOf(segment);
    const [first, last] = [Math.max(from, begin) - begin, Math.min(to, begin + length) - begin];
    if (first < last) parts.push(...stretchesOf(text, segment, charactersOf(runs, first, last)));
    begin += length;
  }
  return parts;
}

/** Mostly one. Words that came into a passage while it was away stand behind it, and were written before its end. */
function stretchesOf(text: FlatText, segment: Segment, characters: readonly ItemId[]): Part[] {
  if (text.restorations.isEmpty) return [{ first: characters[0]!, last: characters.at(-1)!, segment }];
  const parts: Part[] = [];
  const places = placesOf(text, segment);
  for (const id of characters.map((each) => text.restorations.firstOf(each))) {
    const last = parts.at(-1);
    const step = last ? places.get(keyOf(id))! - places.get(keyOf(last.last))! : 0;
    if (last && (step === 0 || step === 1)) parts[parts.length - 1] = { ...last, last: id };
    else parts.push({ first: id, last: id, segment });
  }
  return parts;
}

/** Characters that are there, by how many were first written in front of them. */
function placesOf(text: FlatText, { mark }: Segment): Map<string, number> {
  const places = new Map<string, number>();
  for (let item = mark.right; item !== null && !isMark(item); item = item.right) {
    for (let at = 0; at < item.length; at++) {
      const id = idOf(item, at);
      if (livingFor(text, item, id).length > 0) places.set(keyOf(id), places.size);
    }
  }
  return places;
}

/** What stands now for a character that somebody typed: itself, or what undos wrote anew for it. */
function livingFor(text: FlatText, item: Y.Item, id: ItemId): ItemId[] {
  if (text.restorations.isEmpty) return item.deleted ? [] : [id];
  if (!sameItem(text.restorations.firstOf(id), id)) return [];
  const anew = text.restorations.allAnewFor(id).filter((each) => isAlive(text, each));
  return item.deleted ? anew : [id, ...anew];
}

function charactersOf(runs: readonly Run[], from: number, to: number): ItemId[] {
  const ids = runs.flatMap(({ id, text }) =>
    Array.from({ length: text.length }, (_, at): ItemId => [id[0], id[1] + at]),
  );
  return ids.slice(from, to);
}

/** Living characters of a stretch, by segment. */
function collect(text: FlatText, { first, last }: Stretch, characters: Map<Segment, Set<string>>): void {
  for (const { item, from, to } of itemsBetween(text, first, last)) {
    for (let at = from; at < to; at++) {
      for (const id of livingFor(text, item, idOf(item, at))) add(text, id, characters);
    }
  }
}

function add(text: FlatText, id: ItemId, characters: Map<Segment, Set<string>>): void {
  const segment = text.segmentAt(id);
  if (segment) characters.set(segment, (characters.get(segment) ?? new Set()).add(keyOf(id)));
}

const isAlive = (text: FlatText, id: ItemId): boolean =>
  findItem(text.doc, text.roots.text, id)?.deleted === false;

/** Nothing when the last stands in front of the first: nobody's hand wrote that. */
function itemsBetween(text: FlatText, first: ItemId, last: ItemId) {
  const [begin, end] = [first, last].map((id) => findItem(text.doc, text.roots.text, id));
  const found: { item: Y.Item; from: number; to: number }[] = [];
  if (!begin || !end) return found;
  for (let item: Y.Item | null = begin; item !== null; item = item.right) {
    const from = item === begin ? first[1] - item.id.clock : 0;
    const to = item === end ? last[1] - item.id.clock + 1 : item.length;
    if (!isMark(item) && from < to) found.push({ item, from, to });
    if (item === end) return found;
  }
  return [];
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
