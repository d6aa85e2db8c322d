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

/** A paragraph as the page has it: a segment of its own, and those whose characters continue in it. */
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
  const continued = new Map<Segment, Segment>();
  const heads: Segment[] = [];
  segments.forEach((segment, place) => {
    const own = page.fact(segment.id, facts.own);
    const target = isItemId(own) ? page.segmentAt(own) : undefined;
    const before = own === undefined ? segments[place - 1] : undefined;
    const others = target && joined.get(target);
    if (others) others.push(segment);
    else if (target) joined.set(target, [segment]);
    else if (before) inert.set(before, segment);
    else heads.push(segment);
    if (target ?? before) continued.set(segment, (target ?? before)!);
  });
  const reached = new Set<Segment>();
  const chains = heads.map((head) => chainFrom(head, joined, inert, reached));
  for (const segment of reached.size < segments.length ? segments : []) {
    if (!reached.has(segment))
      chains.push(chainFrom(firstOfRing(segment, continued), joined, inert, reached));
  }
  return chains;
}

/** Two who joined two paragraphs into each other at once: the first of these in the sequence stays a paragraph. */
function firstOfRing(segment: Segment, continued: ReadonlyMap<Segment, Segment>): Segment {
  const walked = new Set<Segment>();
  let at = segment;
  for (; !walked.has(at); at = continued.get(at)!) walked.add(at);
  let first = at;
  for (let next = continued.get(at)!; next !== at; next = continued.get(next)!) {
    if (next.order < first.order) first = next;
  }
  return first;
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
  readonly head: Segment;
}

function sortKey(head: Segment, segments: readonly Segment[], page: PageFacts): SortKey {
  const at = page.fact(head.id, facts.at);
  if (isPlace(at)) {
    const [before, rank] = at;
    const order = before === null ? segments.length : page.orderOf(before);
    if (order !== undefined) return { order, moved: true, rank, head };
  }
  return { order: head.order, moved: false, rank: '', head };
}

function byKey({ key: one }: { key: SortKey }, { key: other }: { key: SortKey }): number {
  if (one.order !== other.order) return one.order - other.order;
  if (one.moved !== other.moved) return one.moved ? -1 : 1;
  if (one.rank !== other.rank) return one.rank < other.rank ? -1 : 1;
  return keyOf(one.head.birth) < keyOf(other.head.birth) ? -1 : 1;
}
