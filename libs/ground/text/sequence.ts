import * as Y from 'yjs';
import { asYjs, birthId, type ItemId } from './item-id.js';
import type { AttributeValue } from './rich-paragraph.js';

type Values = Readonly<Record<string, AttributeValue>>;

/** Begins a paragraph: its attributes at birth, and its id where one was brought from an older text. */
export interface MarkValue {
  readonly p: Values;
  readonly id?: string;
  /** A paragraph of its own from birth; others are one as long as the fact `own` says so, so that an undo takes it back. */
  readonly own?: 1;
}

/** Stands among the characters, such as a footnote. */
export interface EmbedValue {
  readonly n: string;
  readonly v: Readonly<Record<string, string>>;
  readonly id?: string;
}

/** Ends a paragraph, so that what is typed at its end stays in it while somebody else begins a new one behind it. */
export const endValue = 0;

/** What an item of the sequence is; `dead` where it was deleted, or cannot be read. */
export type Part =
  | { readonly kind: 'characters'; readonly text: string }
  | { readonly kind: 'mark'; readonly value: MarkValue }
  | { readonly kind: 'embed'; readonly value: EmbedValue }
  | { readonly kind: 'end' }
  | { readonly kind: 'dead' };

const dead: Part = { kind: 'dead' };
const end: Part = { kind: 'end' };

export const partOf = (item: Y.Item): Part => (item.deleted ? dead : readContent(item.content));

/** The same, of what is or was in an item. */
export function readContent(content: Y.Item['content']): Part {
  if (content instanceof Y.ContentString) return { kind: 'characters', text: content.str };
  if (!(content instanceof Y.ContentEmbed)) return dead;
  const value = content.embed as unknown;
  if (value === endValue) return end;
  if (typeof value !== 'object' || value === null) return dead;
  const { p, n, v } = value as Partial<Record<'p' | 'n' | 'v', unknown>>;
  if (isRecord(p)) return { kind: 'mark', value: value as MarkValue };
  return typeof n === 'string' && isRecord(v) ? { kind: 'embed', value: value as EmbedValue } : dead;
}

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isMark = (item: Y.Item): boolean => partOf(item).kind === 'mark';

/** Marks and ends: structure, which no act takes away. */
export function isStructure(item: Y.Item): boolean {
  const { kind } = partOf(item);
  return kind === 'mark' || kind === 'end';
}

/** Of a paragraph (by its mark) or an embed. */
export const partId = (item: Y.Item, value: { readonly id?: string }): string => value.id ?? birthId(item);

/** The item that holds this character; null where the text has none of that name. */
export function findItem(doc: Y.Doc, text: Y.Array<unknown>, id: ItemId): Y.Item | null {
  if (id[1] >= Y.getState(doc.store, id[0])) return null;
  const item = Y.getItem(doc.store, asYjs(id)) as unknown;
  return item instanceof Y.Item && item.parent === (text as unknown) && item.parentSub === null ? item : null;
}

/** Writes something directly behind an item; at the very beginning behind null. */
export function writeBehind(
  transaction: Y.Transaction,
  text: Y.Array<unknown>,
  left: Y.Item | null,
  content: Y.ContentString | Y.ContentEmbed,
): Y.Item {
  const { doc } = transaction;
  const right = left === null ? text._start : left.right;
  const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID));
  const parent = text as unknown as Y.AbstractType<unknown>;
  const item = new Y.Item(id, left, left && left.lastId, right, right && right.id, parent, null, content);
  item.integrate(transaction, 0);
  return item;
}

/** The item that ends with this character, cut there if need be. */
export function itemEndingWith(transaction: Y.Transaction, id: ItemId): Y.Item {
  return Y.getItemCleanEnd(transaction, transaction.doc.store, asYjs(id)) as Y.Item;
}

/** Deletes `length` characters from this one on, by their numbers; those that are gone already stay so. */
export function deleteCharacters(transaction: Y.Transaction, [client, from]: ItemId, length: number): void {
  const to = from + length;
  let clock = from;
  while (clock < to) {
    const item = Y.getItemCleanStart(transaction, Y.createID(client, clock)) as Y.Item;
    if (item.id.clock + item.length > to) Y.getItemCleanStart(transaction, Y.createID(client, to));
    item.delete(transaction);
    clock = item.id.clock + item.length;
  }
}
