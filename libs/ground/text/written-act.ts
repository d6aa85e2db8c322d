import * as Y from 'yjs';
import { birthId } from './item-id.js';
import { readBlockKey, rootsOf } from './roots.js';
import { isMark, partId, partOf, readContent } from './sequence.js';

/** What one update did to a text, as far as people ask: where, how much, and under whose client ids. */
export interface WrittenAct {
  /** Everything that it wrote, facts and structure included: clocks from `from` up to and without `to`. */
  readonly ranges: readonly { readonly client: number; readonly from: number; readonly to: number }[];
  /** Characters and embeds that it brought, by client id. */
  readonly added: ReadonlyMap<number, number>;
  /** Characters and embeds that it deleted. */
  readonly removed: number;
  /** Ids of the marks in whose segments it did something, or of which it said something. */
  readonly segments: ReadonlySet<string>;
}

/**
 * Reads what updates did, from their bytes and a text in which they are contained. The text may have gone on since:
 * nothing of it ever leaves the sequence, so that where something stood can be told long afterwards. Made once for many
 * updates: it walks the sequence once.
 */
export class ActReader {
  private readonly segments = new Map<Y.Item, string>();
  private readonly text: unknown;
  private readonly blocks: unknown;
  private readonly formats: unknown;

  constructor(private readonly doc: Y.Doc) {
    const roots = rootsOf(doc);
    [this.text, this.blocks, this.formats] = [roots.text, roots.blocks, roots.formats];
    let segment = '';
    for (let item = roots.text._start; item !== null; item = item.right) {
      const part = partOf(item);
      if (part.kind === 'mark') segment = isMark(item) ? partId(item, part.value) : birthId(item);
      this.segments.set(item, segment);
    }
  }

  read(update: Uint8Array): WrittenAct {
    const { structs, ds } = Y.decodeUpdate(update);
    const ranges: { client: number; from: number; to: number }[] = [];
    const added = new Map<number, number>();
    const segments = new Set<string>();
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      const { client, clock } = struct.id;
      const last = ranges.at(-1);
      if (last?.client === client && last.to === clock) last.to = clock + struct.length;
      else ranges.push({ client, from: clock, to: clock + struct.length });
      const { kind } = readContent(struct.content);
      if (kind === 'characters' || kind === 'embed')
        added.set(client, (added.get(client) ?? 0) + struct.length);
      this.notePlace(client, clock, struct.length, segments, false);
    }
    let removed = 0;
    for (const [client, deleted] of ds.clients) {
      for (const { clock, len } of deleted) removed += this.notePlace(client, clock, len, segments, true);
    }
    return { ranges, added, removed, segments };
  }

  /** Answers how many of these stand in the sequence of characters. */
  private notePlace(client: number, from: number, length: number, into: Set<string>, dead: boolean): number {
    const structs = (this.doc.store.clients.get(client) ?? []) as (Y.Item | Y.GC)[];
    const known = Math.min(from + length, Y.getState(this.doc.store, client));
    let count = 0;
    for (
      let clock = from, at = from < known ? Y.findIndexSS(structs as never, from) : 0;
      clock < known;
      at++
    ) {
      const struct = structs[at]!;
      const end = Math.min(known, struct.id.clock + struct.length);
      if (struct instanceof Y.Item) {
        if (struct.parent === this.text) {
          count += end - clock;
          into.add(this.segments.get(struct) ?? '');
        } else if (struct.parent === this.blocks && struct.parentSub !== null && !dead) {
          into.add(readBlockKey(struct.parentSub).id);
        } else if (struct.parent === this.formats) this.noteSpan(struct, into);
      }
      clock = end;
    }
    return count;
  }

  /** A span that was taken away since tells no more where it lay. */
  private noteSpan({ content }: Y.Item, into: Set<string>): void {
    const span = content instanceof Y.ContentAny ? (content.arr[0] as { s?: unknown }) : undefined;
    if (!Array.isArray(span?.s)) return;
    const [client, clock] = span.s as [number, number];
    this.notePlace(client, clock, 1, into, true);
  }
}
