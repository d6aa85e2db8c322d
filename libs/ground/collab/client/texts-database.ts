import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { textModel } from '@plenary/ground/text';
import type { Aside, CopyFacts, NewUpdate } from './document-store.js';

/** One update on the device. */
export interface UpdateRecord {
  readonly document: string;
  readonly update: Uint8Array;
  /** A number, since IndexedDB has no index over booleans. */
  readonly pending: 0 | 1;
  /** Checksum of `update`: a half-written record must not pass for a text. */
  readonly sum: number;
  readonly model?: number;
}

/** Absent in records from before there was another. */
export const modelOf = (record: { readonly model?: number }): number => record.model ?? 1;

export type FactsRecord = { document: string; model?: number } & Omit<CopyFacts, 'model'>;

export interface TextsSchema extends DBSchema {
  updates: { key: number; value: UpdateRecord; indexes: { document: string; pending: number } };
  documents: { key: string; value: FactsRecord };
  spareIds: { key: [string, number]; value: { document: string; id: number }; indexes: { document: string } };
  aside: { key: number; value: Aside; indexes: { document: string } };
}

export type TextsDatabase = IDBPDatabase<TextsSchema>;

/** A database for each account: the words of one person are never shown to another on the same device. */
export function openTexts(personId: string): Promise<TextsDatabase> {
  return openDB<TextsSchema>(`plenary-texts-${personId}`, 1, {
    upgrade(made) {
      const updates = made.createObjectStore('updates', { autoIncrement: true });
      updates.createIndex('document', 'document');
      updates.createIndex('pending', 'pending');
      made.createObjectStore('documents', { keyPath: 'document' });
      made.createObjectStore('spareIds', { keyPath: ['document', 'id'] }).createIndex('document', 'document');
      made.createObjectStore('aside', { autoIncrement: true }).createIndex('document', 'document');
    },
  });
}

export function recordOf(document: string, { update, pending }: NewUpdate): UpdateRecord {
  return { document, update, pending: pending ? 1 : 0, sum: checksum(update), model: textModel };
}

/** True for a record that is what was written. */
export function isSound(record: UpdateRecord): boolean {
  try {
    return checksum(new Uint8Array(record.update)) === record.sum;
  } catch {
    return false;
  }
}

/** FNV-1a: finds bytes that were cut off or changed on the disk. */
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i]!, 0x01000193);
  return sum >>> 0;
}
