import * as Y from 'yjs';

/**
 * Names one character, mark or end for good: the client id under which it was written and its number there. Whatever
 * happens around it, it stays the same character.
 */
export type ItemId = readonly [client: number, clock: number];

export const keyOf = ([client, clock]: ItemId): string => `${client}.${clock}`;

export const sameItem = (one: ItemId, other: ItemId): boolean => one[0] === other[0] && one[1] === other[1];

export const idOf = (item: Y.Item, offset = 0): ItemId => [item.id.client, item.id.clock + offset];

export const lastIdOf = (item: Y.Item): ItemId => idOf(item, item.length - 1);

export const asYjs = ([client, clock]: ItemId): Y.ID => Y.createID(client, clock);

/** TXT-6: the id of a paragraph or note follows from the item that brought it, so that no two are ever equal. */
export const birthId = (item: Y.Item): string => nameOf(idOf(item));

export const nameOf = (id: ItemId): string => `y${keyOf(id)}`;

/** The item that an id names; null for one that was brought from an older text. */
export function readBirthId(id: string): ItemId | null {
  const birth = /^y(\d{1,10})\.(\d{1,10})$/.exec(id);
  return birth && [Number(birth[1]), Number(birth[2])];
}

const largest = 2 ** 32;

/** True for what may name an item; it need not exist. Values come from the network. */
export function isItemId(value: unknown): value is ItemId {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((each) => Number.isInteger(each) && (each as number) >= 0 && (each as number) < largest)
  );
}
