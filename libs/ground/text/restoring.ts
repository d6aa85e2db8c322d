import * as Y from 'yjs';
import { FlatText } from './flat-text.js';
import { sameValue, type FormatValue } from './format-spans.js';
import { asYjs, idOf, keyOf, type ItemId } from './item-id.js';
import { blockKey, facts, readBlockKey, type Roots } from './roots.js';
import type { Restored } from './text-undo.js';
import { deleteCharacters, writeBehind } from './sequence.js';
import { TextEdit, type Closed } from './text-edit.js';

/** A character or embed that stood there, as it was first written. */
interface Stood {
  readonly text: string;
  /** Null for a character. */
  readonly embed: object | null;
  readonly paragraph: string;
}

/**
 * Makes a text, or one paragraph of it, read as it did at an earlier moment of it, by the smallest change: what was
 * written since is deleted, what was deleted is written anew in its place and said to stand for the old (TXT-5), what
 * was said of paragraphs is said again. Within one transaction of `doc`. False when that paragraph did not exist then.
 */
export function restoreText(
  transaction: Y.Transaction,
  before: Y.Doc,
  only: string | null,
  closed: Closed,
): boolean {
  const [then, now] = [new FlatText(before), new FlatText(transaction.doc)];
  if (only !== null && then.indexOf(only) === undefined) return false;
  new Restoring(transaction, then, now, only).run(closed);
  return true;
}

class Restoring {
  private readonly doc: Y.Doc;
  private readonly stood = new Map<string, Stood>();
  /** By segments of now: whether its characters are looked at, or only what is said of it. */
  private readonly scope = new Map<string, boolean>();

  constructor(
    private readonly transaction: Y.Transaction,
    private readonly then: FlatText,
    private readonly now: FlatText,
    private readonly only: string | null,
  ) {
    this.doc = transaction.doc;
    for (const { id: paragraph, runs } of then.page) {
      for (const { id, text, embed } of runs) {
        for (let at = 0; at < text.length; at++) {
          const first = then.restorations.firstOf([id[0], id[1] + at]);
          this.stood.set(keyOf(first), { text: text[at]!, embed: embed && embed.value, paragraph });
        }
      }
    }
    for (const { id } of now.segments) if (this.concerns(id)) this.scope.set(id, this.isOwn(id));
  }

  run(closed: Closed): void {
    let next = [...this.scope.keys()];
    while (next.length > 0) {
      this.writeCharacters(next);
      this.sayAgain();
      next = this.widen();
    }
    this.format(closed);
  }

  /** Segments that stand in the paragraph only since what parted it is taken back. */
  private widen(): string[] {
    if (this.only === null) return [];
    const segments = new FlatText(this.doc).holderOf(this.only)?.segments ?? [];
    const found = segments.map(({ id }) => id).filter((id) => !this.scope.has(id));
    for (const each of found) this.scope.set(each, this.isOwn(each));
    return found;
  }

  /** Of one paragraph: its segments then and now, and those in which its characters stand since somebody parted it. */
  private concerns(segment: string): boolean {
    if (this.only === null) return true;
    if (this.now.holderOf(segment)?.id === this.only || this.then.holderOf(segment)?.id === this.only)
      return true;
    return this.holdsSome(segment);
  }

  private holdsSome(segment: string): boolean {
    return this.charactersOf(segment).some((id) => this.standsFor(id)?.paragraph === this.only);
  }

  private isOwn(segment: string): boolean {
    const holder = this.then.holderOf(segment);
    return this.only === null || holder === undefined || holder.id === this.only;
  }

  /** Every character of a segment, dead ones included, as it was first written. */
  private charactersOf(segment: string): ItemId[] {
    const found: ItemId[] = [];
    for (const item of this.itemsOf(segment)) {
      for (let at = 0; at < item.length; at++) found.push(this.now.restorations.firstOf(idOf(item, at)));
    }
    return found;
  }

  private itemsOf(segment: string): Y.Item[] {
    const found: Y.Item[] = [];
    const { mark, order } = this.now.segments.find(({ id }) => id === segment)!;
    const next = this.now.segments[order + 1]?.mark ?? null;
    for (let item = mark.right; item !== null && item !== next; item = item.right) found.push(item);
    return found;
  }

  private standsFor(first: ItemId): Stood | undefined {
    return this.stood.get(keyOf(first));
  }

  private writeCharacters(segments: readonly string[]): void {
    const living = new Set<string>();
    for (const { runs } of this.now.order) {
      for (const { id, text } of runs) {
        for (let at = 0; at < text.length; at++)
          living.add(keyOf(this.now.restorations.firstOf([id[0], id[1] + at])));
      }
    }
    for (const segment of segments) {
      if (!this.scope.get(segment)) continue;
      for (const item of this.itemsOf(segment)) {
        const pieces = item.deleted ? this.lacking(item, living) : this.added(item);
        for (const [id, length] of pieces.toReversed()) {
          if (item.deleted) this.writeAnew(id, length);
          else deleteCharacters(this.transaction, id, length);
        }
      }
    }
  }

  private isWanted(first: ItemId): boolean {
    const stood = this.standsFor(first);
    return stood !== undefined && (this.only === null || stood.paragraph === this.only);
  }

  /** Characters of a dead item that stood then, and for which nothing stands now. */
  private lacking(item: Y.Item, living: ReadonlySet<string>): [ItemId, number][] {
    return piecesOf(item, (id) => {
      // One that an undo wrote anew has its place where it was first written.
      const isFirst = keyOf(this.now.restorations.firstOf(id)) === keyOf(id);
      return isFirst && this.isWanted(id) && !living.has(keyOf(id));
    });
  }

  private added(item: Y.Item): [ItemId, number][] {
    if (!(item.content instanceof Y.ContentString) && !isEmbed(item)) return [];
    return piecesOf(item, (id) => !this.isWanted(this.now.restorations.firstOf(id)));
  }

  private writeAnew(old: ItemId, length: number): void {
    const { text, restored } = this.now.roots;
    const place = Y.getItemCleanStart(this.transaction, asYjs(old)) as Y.Item;
    const { embed } = this.standsFor(old)!;
    const characters = embed ? '' : this.charactersFrom(old, length);
    const content = embed ? new Y.ContentEmbed(embed) : new Y.ContentString(characters);
    const item = writeBehind(this.transaction, text, place.left, content);
    const restoredOnes: Restored = [old[0], old[1], item.length];
    restored.set(keyOf(idOf(item)), restoredOnes);
    // Others follow that are of another kind.
    if (item.length < length) this.writeAnew([old[0], old[1] + item.length], length - item.length);
  }

  /** Up to the first embed. */
  private charactersFrom(old: ItemId, length: number): string {
    let characters = '';
    for (let at = 0; at < length; at++) {
      const stood = this.standsFor([old[0], old[1] + at])!;
      if (stood.embed) break;
      characters += stood.text;
    }
    return characters;
  }

  /** Facts and attributes of the paragraphs concerned, and values of the embeds that stand in them. */
  private sayAgain(): void {
    const embeds = new Set(
      [...this.then.page, ...this.now.page]
        .filter(({ id }) => this.only === null || id === this.only)
        .flatMap(({ runs }) => runs.flatMap(({ embed }) => embed?.id ?? [])),
    );
    const concerned = (key: string): boolean => {
      const { id } = readBlockKey(key);
      if (this.only === null || embeds.has(id)) return true;
      return this.scope.has(id) && this.then.holderOf(id) !== undefined;
    };
    const [was, is] = [this.then.roots.blocks, this.now.roots.blocks];
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      if (!concerned(key) || same(was, is, key)) continue;
      if (was.has(key)) is.set(key, was.get(key));
      else is.delete(key);
    }
    if (this.only !== null) this.joinAgain(this.only);
  }

  /** Somebody parted the paragraph since: its parts continue each other, whatever was written between them. */
  private joinAgain(paragraph: string): void {
    let before: ItemId | null = null;
    for (const { id, birth } of this.now.segments) {
      if (!this.scope.has(id)) continue;
      const holder = this.then.holderOf(id)?.id;
      const isNew = holder === undefined && this.holdsSome(id);
      if (isNew && before) {
        const key = blockKey(id, facts.own);
        const { blocks } = this.now.roots;
        if (JSON.stringify(blocks.get(key)) !== JSON.stringify(before)) blocks.set(key, before);
      }
      if (isNew || holder === paragraph) before = birth;
    }
  }

  private format(closed: Closed): void {
    const looks = new Map<string, Readonly<Record<string, FormatValue>>>();
    for (const { id: paragraph, runs } of this.then.page) {
      if (this.only !== null && paragraph !== this.only) continue;
      for (const { id, text, formats } of runs) {
        for (let at = 0; at < text.length; at++)
          looks.set(keyOf(this.then.restorations.firstOf([id[0], id[1] + at])), formats);
      }
    }
    const text = new FlatText(this.doc);
    const edit = new TextEdit(text, this.transaction, closed);
    for (const paragraph of text.page) {
      if (this.only !== null && paragraph.id !== this.only) continue;
      let at = 0;
      const acts: [number, number, string, FormatValue][] = [];
      for (const { id, text: words, formats } of paragraph.runs) {
        for (let place = 0; place < words.length; place++, at++) {
          const wanted = looks.get(keyOf(text.restorations.firstOf([id[0], id[1] + place]))) ?? formats;
          for (const name of new Set([...Object.keys(wanted), ...Object.keys(formats)])) {
            const value = wanted[name] ?? null;
            if (sameValue(formats[name] ?? null, value)) continue;
            const last = acts.findLast((act) => act[2] === name);
            if (last && last[1] === at && sameValue(last[3], value)) last[1] = at + 1;
            else acts.push([at, at + 1, name, value]);
          }
        }
      }
      for (const [from, to, name, value] of acts) edit.format(paragraph, from, to, name, value);
    }
  }
}

const isEmbed = ({ content }: Y.Item): boolean =>
  content instanceof Y.ContentEmbed && typeof content.embed === 'object' && 'n' in content.embed;

const same = (one: Roots['blocks'], other: Roots['blocks'], key: string): boolean =>
  one.has(key) === other.has(key) && JSON.stringify(one.get(key)) === JSON.stringify(other.get(key));

/** Characters of an item that are wanted, as ranges of consecutive numbers. */
function piecesOf(item: Y.Item, isWanted: (id: ItemId) => boolean): [ItemId, number][] {
  const found: [ItemId, number][] = [];
  for (let at = 0; at < item.length; at++) {
    const id = idOf(item, at);
    if (!isWanted(id)) continue;
    const last = found.at(-1);
    if (last && last[0][1] + last[1] === id[1]) last[1]++;
    else found.push([id, 1]);
  }
  return found;
}
