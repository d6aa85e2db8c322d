import * as Y from 'yjs';
import { isFormatSpan, type FormatSpan } from '../format-spans.js';
import { idOf, type ItemId } from '../item-id.js';
import { rootsOf, type Roots } from '../roots.js';
import { findItem, isStructure, readContent, type EmbedValue } from '../sequence.js';
import { DeletedNumbers } from '../number-ranges.js';

/** What was done to a text in one go, so that it can be taken back later: plain data, to be kept as JSON. */
export interface Deed {
  /** Consecutive characters that came. */
  readonly written: readonly { readonly id: ItemId; readonly length: number }[];
  /** Those that went, with what they were. */
  readonly deleted: readonly DeletedCharacters[];
  /** What is said of paragraphs and notes, before and since; absent for nothing. */
  readonly said: readonly Change<unknown>[];
  /** Spans of formats, before and since. */
  readonly spans: readonly Change<FormatSpan>[];
}

export interface DeletedCharacters {
  readonly id: ItemId;
  readonly length: number;
  readonly content: string | EmbedValue;
}

export interface Change<Value> {
  readonly key: string;
  readonly before?: Value;
  readonly now?: Value;
}

/** Reads what an update did: `before` has not got it, `after` has. */
export function deedOf(before: Y.Doc, after: Y.Doc, update: Uint8Array): Deed {
  return new DeedReader(before, after, update).read();
}

class DeedReader {
  private readonly was: Roots;
  private readonly is: Roots;
  private readonly keys = { blocks: new Set<string>(), formats: new Set<string>() };

  constructor(
    private readonly before: Y.Doc,
    private readonly after: Y.Doc,
    private readonly update: Uint8Array,
  ) {
    [this.was, this.is] = [rootsOf(before), rootsOf(after)];
  }

  read(): Deed {
    const written = this.readWritten();
    const deleted = this.readDeleted();
    const said = [...this.keys.blocks].flatMap((key) => this.change(key, this.was.blocks, this.is.blocks));
    const spans = [...this.keys.formats].flatMap((key) =>
      this.change(key, this.was.formats, this.is.formats),
    ) as Change<FormatSpan>[];
    return {
      written,
      deleted,
      said,
      spans: spans.filter((each) => [each.before, each.now].every((one) => !one || isFormatSpan(one))),
    };
  }

  private readWritten(): Deed['written'] {
    const written: { id: ItemId; length: number }[] = [];
    for (const { id, length } of Y.decodeUpdate(this.update).structs) {
      for (let clock = id.clock; clock < id.clock + length;) {
        const item = Y.getItem(this.after.store, Y.createID(id.client, clock)) as unknown;
        if (!(item instanceof Y.Item)) break;
        this.noteKey(item);
        const to = Math.min(id.clock + length, item.id.clock + item.length);
        if (item.parent === (this.is.text as unknown) && !item.deleted && !isStructure(item))
          written.push({ id: [id.client, clock], length: to - clock });
        clock = to;
      }
    }
    return written;
  }

  private readDeleted(): DeletedCharacters[] {
    const deleted: DeletedCharacters[] = [];
    const numbers = new DeletedNumbers(this.update);
    for (const client of numbers.clients) {
      for (const { from, to } of numbers.of(client)) {
        for (let clock = from; clock < Math.min(to, Y.getState(this.before.store, client));) {
          const item = Y.getItem(this.before.store, Y.createID(client, clock)) as unknown;
          if (!(item instanceof Y.Item)) break;
          this.noteKey(item);
          const end = Math.min(to, item.id.clock + item.length);
          const content = this.contentOf(item, clock, end);
          if (content !== null) deleted.push({ id: [client, clock], length: end - clock, content });
          clock = end;
        }
      }
    }
    return deleted;
  }

  private contentOf(item: Y.Item, from: number, to: number): string | EmbedValue | null {
    if (item.deleted || !findItem(this.before, this.was.text, idOf(item))) return null;
    const part = readContent(item.content);
    if (part.kind === 'characters') return part.text.slice(from - item.id.clock, to - item.id.clock);
    return part.kind === 'embed' ? part.value : null;
  }

  private noteKey(item: Y.Item): void {
    if (item.parentSub === null) return;
    // The same root of two documents is two objects.
    for (const roots of [this.was, this.is]) {
      if (item.parent === (roots.blocks as unknown)) this.keys.blocks.add(item.parentSub);
      if (item.parent === (roots.formats as unknown)) this.keys.formats.add(item.parentSub);
    }
  }

  private change(key: string, was: Y.Map<unknown>, is: Y.Map<unknown>): Change<unknown>[] {
    const [before, now] = [was.get(key), is.get(key)];
    if (sameSaid(before, now)) return [];
    return [{ key, ...(before === undefined ? {} : { before }), ...(now === undefined ? {} : { now }) }];
  }
}

export const sameSaid = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
