import { isItemId, keyOf, type ItemId } from './item-id.js';
import { isRank } from './rank.js';
import { facts } from './roots.js';
import type { Segment } from './segment.js';

/** Where a paragraph was moved to: in front of another's place in the sequence (null: behind all), by rank. */
export type Place = readonly [before: string | null, rank: string];

export function isPlace(value: unknown): value is Place {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [before, rank] = value as unknown[];
  return (before === null || typeof before === 'string') && isRank(rank);
}

/** A paragraph as the page has it: a segment of its own, and those whose letters continue in it. */
export interface Chain {
  readonly head: Segment;
  readonly segments: readonly Segment[];
}

export interface PageFacts {
  /** What is said of a segment; undefined where nothing is. */
  fact(id: string, name: string): unknown;
  /** The segment that holds this item; undefined for an unknown one. */
  segmentAt(item: ItemId): Segment | undefined;
  /** The place in the sequence of the segment with this id; undefined for an unknown one. */
  orderOf(id: string): number | undefined;
}

/**
 * The paragraphs in the order of the page, hidden ones included. Everybody derives the same from the same text, and
 * no segment is ever left out:
 * - a segment with the fact `own` = true is a paragraph; one that names an item continues the segment of that item
 *   (somebody joined it there); one of which nothing is said continues the one before it (a new paragraph undone).
 * - a paragraph stands where its mark stands, or where the fact `at` puts it.
 */
export function pageOrder(segments: readonly Segment[], page: PageFacts): Chain[] {
  const chains = chainsOf(segments, page);
  return chains
    .map((chain) => ({ chain, key: sortKey(chain.head, segments, page) }))
    .sort(byKey)
    .map(({ chain }) => chain);
}

function chainsOf(segments: readonly Segment[], page: PageFacts): Chain[] {
  const joined = new Map<Segment, Segment[]>();
  const inert = new Map<Segment, Segment>();
  const heads: Segment[] = [];
  segments.forEach((segment, place) => {
    const own = page.fact(segment.id, facts.own);
    const target = isItemId(own) ? page.segmentAt(own) : undefined;
    if (target) joined.set(target, [...(joined.get(target) ?? []), segment]);
    else if (own === undefined && place > 0) inert.set(segments[place - 1]!, segment);
    else heads.push(segment);
  });
  const reached = new Set<Segment>();
  const chains = heads.map((head) => chainFrom(head, joined, inert, reached));
  // Two who joined two paragraphs into each other at once: the first in the sequence stays a paragraph.
  for (const segment of reached.size < segments.length ? segments : []) {
    if (!reached.has(segment)) chains.push(chainFrom(segment, joined, inert, reached));
  }
  return chains;
}

function chainFrom(
  head: Segment,
  joined: ReadonlyMap<Segment, readonly Segment[]>,
  inert: ReadonlyMap<Segment, Segment>,
  reached: Set<Segment>,
): Chain {
  const segments: Segment[] = [];
  const waiting = [head];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    segments.push(next);
    const after = inert.get(next);
    if (after) waiting.push(after);
    waiting.push(...(joined.get(next) ?? []).toReversed());
  }
  return { head, segments };
}

interface SortKey {
  readonly order: number;
  /** Moved paragraphs stand in front of the one that they were put before. */
  readonly moved: boolean;
  readonly rank: string;
  readonly id: string;
}

function sortKey(head: Segment, segments: readonly Segment[], page: PageFacts): SortKey {
  const at = page.fact(head.id, facts.at);
  const id = keyOf(head.birth);
  if (!isPlace(at)) return { order: head.order, moved: false, rank: '', id };
  const [before, rank] = at;
  if (before === null) return { order: segments.length, moved: true, rank, id };
  const order = page.orderOf(before);
  return order === undefined
    ? { order: head.order, moved: false, rank: '', id }
    : { order, moved: true, rank, id };
}

function byKey({ key: one }: { key: SortKey }, { key: other }: { key: SortKey }): number {
  if (one.order !== other.order) return one.order - other.order;
  if (one.moved !== other.moved) return one.moved ? -1 : 1;
  if (one.rank !== other.rank) return one.rank < other.rank ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
