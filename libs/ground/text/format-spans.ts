import { isItemId, type ItemId } from './item-id.js';
import type { Formats } from './rich-paragraph.js';

export type FormatValue = true | Readonly<Record<string, string>> | null;

/**
 * Bold, a link … from one character up to another, kept beside the text: characters carry no formats, so that none runs
 * on where somebody joins, splits or pastes. `null` takes a format away again.
 */
export interface FormatSpan {
  readonly f: string;
  readonly v: FormatValue;
  /** The first character that has it. */
  readonly s: ItemId;
  /** The first that has it no more: what is typed in front of it belongs to the span, as with bold. */
  readonly e?: ItemId;
  /** Or the last that has it: what is typed behind it does not belong to the span, as with links. */
  readonly l?: ItemId;
  /** Of several, the latest counts: grows with every act that its writer knew of. */
  readonly t: number;
}

export interface Anchor {
  /** The character in front of which the span begins or ends. */
  readonly clock: number;
  readonly key: string;
  readonly begins: boolean;
  /** It belongs to the character before: other characters may stand between that one and the next number. */
  readonly behind: boolean;
}

export type OpenSpans = ReadonlyMap<string, FormatSpan>;

const none: readonly Anchor[] = [];

/** All spans of a text, and where each begins and ends. */
export class FormatSpans {
  private readonly spans = new Map<string, FormatSpan>();
  private readonly anchors = new Map<number, Anchor[]>();
  private newest = 0;

  /** The latest `t` that was ever seen. */
  get latest(): number {
    return this.newest;
  }

  get isEmpty(): boolean {
    return this.spans.size === 0;
  }

  get(key: string): FormatSpan | undefined {
    return this.spans.get(key);
  }

  /** Takes in what now stands under a key; answers the span that stood there before. */
  set(key: string, value: unknown): FormatSpan | undefined {
    const before = this.spans.get(key);
    if (before) this.forget(key, before);
    if (isFormatSpan(value)) this.remember(key, value);
    return before;
  }

  clear(): void {
    this.spans.clear();
    this.anchors.clear();
  }

  /** Places in an item at which spans begin or end, in order: in front of its characters, or behind the last. */
  within(client: number, from: number, length: number): readonly Anchor[] {
    const known = this.anchors.get(client);
    if (!known) return none;
    const found: Anchor[] = [];
    for (let at = lowerBound(known, from); at < known.length; at++) {
      const anchor = known[at]!;
      if (anchor.clock > from + length) break;
      // At the end those that belong to the character before; at the beginning the others.
      if (anchor.clock === from + length ? anchor.behind : anchor.clock > from || !anchor.behind)
        found.push(anchor);
    }
    return found;
  }

  private remember(key: string, span: FormatSpan): void {
    this.spans.set(key, span);
    this.newest = Math.max(this.newest, span.t);
    this.place({ clock: span.s[1], key, begins: true, behind: false }, span.s[0]);
    const [client, clock] = endOf(span);
    this.place({ clock, key, begins: false, behind: span.l !== undefined }, client);
  }

  private forget(key: string, span: FormatSpan): void {
    this.spans.delete(key);
    for (const [client] of [span.s, endOf(span)]) {
      const rest = this.anchors.get(client)?.filter((each) => each.key !== key);
      if (rest) this.anchors.set(client, rest);
    }
  }

  private place(anchor: Anchor, client: number): void {
    const known = this.anchors.get(client) ?? [];
    known.splice(lowerBound(known, anchor.clock), 0, anchor);
    this.anchors.set(client, known);
  }
}

/** The number of the character in front of which a span ends. */
function endOf({ e, l }: FormatSpan): ItemId {
  return e ?? [l![0], l![1] + 1];
}

const plain: Formats = {};
const shownBy = new WeakMap<OpenSpans, Formats>();

/**
 * The spans that are open at a place, walked on from one anchor to the next. A step costs little however many are
 * open, so that nobody can make a text slow to read by laying thousands over one word.
 */
export class OpenFormats {
  /** A copy of its own, once something changed. */
  private changed: Map<string, FormatSpan> | null = null;
  /** By format, the latest last. */
  private readonly ranked = new Map<string, Ranked[]>();
  private known: Formats | null = null;

  constructor(private readonly before: OpenSpans) {}

  get all(): OpenSpans {
    return this.changed ?? this.before;
  }

  /** The formats that characters here show: of each format the latest span counts. */
  get shown(): Formats {
    if (this.known) return this.known;
    if (this.all.size === 0) return (this.known = plain);
    this.known = (this.changed ? null : shownBy.get(this.before)) ?? this.latest();
    if (!this.changed) shownBy.set(this.before, this.known);
    return this.known;
  }

  pass({ key, begins }: Anchor, spans: FormatSpans): void {
    if (!this.changed) {
      this.rank();
      this.changed = new Map(this.before);
    }
    const open = this.changed.get(key);
    if (open) this.takeOut(key, open);
    const span = begins ? spans.get(key) : undefined;
    if (span) {
      this.changed.set(key, span);
      this.putIn(key, span);
    } else this.changed.delete(key);
    this.known = null;
  }

  private latest(): Formats {
    if (!this.changed) this.rank();
    const shown: Record<string, true | Readonly<Record<string, string>>> = {};
    for (const [name, rivals] of [...this.ranked].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const value = rivals.at(-1)?.span.v ?? null;
      if (value !== null) shown[name] = value;
    }
    return shown;
  }

  private rank(): void {
    this.ranked.clear();
    for (const [key, span] of this.before) {
      const rivals = this.ranked.get(span.f);
      if (rivals) rivals.push({ key, span });
      else this.ranked.set(span.f, [{ key, span }]);
    }
    for (const rivals of this.ranked.values()) {
      rivals.sort((one, other) => (isLater(one.span, one.key, other.span, other.key) ? 1 : -1));
    }
  }

  private putIn(key: string, span: FormatSpan): void {
    const rivals = this.ranked.get(span.f) ?? [];
    this.ranked.set(span.f, rivals);
    rivals.splice(rankOf(rivals, key, span), 0, { key, span });
  }

  private takeOut(key: string, span: FormatSpan): void {
    const rivals = this.ranked.get(span.f)!;
    rivals.splice(rankOf(rivals, key, span), 1);
  }
}

interface Ranked {
  readonly key: string;
  readonly span: FormatSpan;
}

/** Its place among its rivals, whether it is there or not. */
function rankOf(rivals: readonly Ranked[], key: string, span: FormatSpan): number {
  let low = 0;
  let high = rivals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = rivals[middle]!;
    if (isLater(span, key, other.span, other.key)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isLater(one: FormatSpan, oneKey: string, other: FormatSpan, otherKey: string): boolean {
  return one.t === other.t ? oneKey > otherKey : one.t > other.t;
}

export function sameValue(one: FormatValue | undefined, other: FormatValue | undefined): boolean {
  if (one === other || one == null || other == null || one === true || other === true) {
    return (one ?? null) === (other ?? null);
  }
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

export function sameFormats(one: Formats, other: Formats): boolean {
  if (one === other) return true;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => sameValue(one[name], other[name]))
  );
}

/** True for the shape of a span; whether its characters exist is for the text to say. */
export function isFormatSpan(value: unknown): value is FormatSpan {
  if (typeof value !== 'object' || value === null) return false;
  const { f, v, s, e, l, t } = value as Partial<Record<keyof FormatSpan, unknown>>;
  const fits = v === null || v === true || (typeof v === 'object' && !Array.isArray(v));
  const ends = e === undefined ? isItemId(l) : isItemId(e) && l === undefined;
  return typeof f === 'string' && fits && isItemId(s) && ends && Number.isSafeInteger(t);
}

function lowerBound(anchors: readonly Anchor[], clock: number): number {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (anchors[middle]!.clock < clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
