import type { IDBPTransaction } from 'idb';
import { textModel } from '@plenary/ground/text';
import { isSound, modelOf, type TextsSchema, type UpdateRecord } from './texts-database.js';
import { typedWords } from './typed-words.js';
import { wordsOfElements } from './words-of-elements.js';

export const all = ['updates', 'documents', 'spareIds', 'aside'] as const;
export type Names = (typeof all)[number][];
export type Writing = IDBPTransaction<TextsSchema, Names, 'readwrite'>;

/** Takes back what a transaction did, unless it has ended by itself. */
export function abort(tx: Writing): void {
  try {
    tx.abort();
  } catch {
    // It is over.
  }
}

export interface Found {
  readonly key: number;
  readonly record: UpdateRecord;
}

export const isUnsentAndSound = ({ record }: Found): boolean => record.pending === 1 && isSound(record);

const isOlder = (record: { readonly model?: number }): boolean => modelOf(record) < textModel;

const bytesOf = (found: readonly Found[]): Uint8Array[] =>
  found.map(({ record }) => new Uint8Array(record.update));

/** The records of a document in the order in which they were written. */
export async function foundIn(tx: Writing, document: string): Promise<Found[]> {
  const index = tx.objectStore('updates').index('document');
  const [keys, values] = await Promise.all([index.getAllKeys(document), index.getAll(document)]);
  return values.map((record, place) => ({ key: keys[place]!, record }));
}

/**
 * SYNC-24: what an older model wrote is never applied to this page's text and never sent. Its unsent words are put
 * aside for their author in the transaction that forgets it. A page of the older model may still be open beside this
 * one, so that its records can turn up at any time.
 */
export async function setOlderAside(tx: Writing, document: string): Promise<void> {
  const found = await foundIn(tx, document);
  const facts = await tx.objectStore('documents').get(document);
  const older = found.filter(({ record }) => isOlder(record));
  const forgetsFacts = facts !== undefined && isOlder(facts);
  if (older.length === 0 && !forgetsFacts) return;
  const aside = tx.objectStore('aside');
  const unsent = bytesOf(older.filter(isUnsentAndSound));
  if (unsent.length > 0) {
    const text = wordsOfElements(bytesOf(older.filter(({ record }) => isSound(record))), unsent);
    await aside.add({ document, code: 'document.epoch-changed', text, updates: unsent });
  }
  if (older.some(({ record }) => !isSound(record))) await addDamaged(tx, document, older);
  await forgetUpdates(
    tx,
    document,
    (_key, record) => isOlder(record) || (forgetsFacts && record.pending === 0),
  );
  if (forgetsFacts) await forgetFacts(tx, document);
}

/** Keeps the whole damaged copy for its owner, and of the text only what is sound and still has to be sent. */
export async function setDamagedAside(tx: Writing, document: string, found: readonly Found[]): Promise<void> {
  await addDamaged(tx, document, found);
  const lost = new Set(found.filter((each) => !isUnsentAndSound(each)).map(({ key }) => key));
  await forget(tx, document, (key) => lost.has(key));
}

/** Of an epoch that is over nothing is kept but what its author has not seen go. */
export async function setEpochAside(tx: Writing, document: string): Promise<void> {
  const unsent = bytesOf((await foundIn(tx, document)).filter(isUnsentAndSound));
  const text = typedWords(unsent);
  if (unsent.length > 0)
    await tx.objectStore('aside').add({ document, code: 'document.epoch-changed', text, updates: unsent });
  await forget(tx, document, () => true);
}

async function addDamaged(tx: Writing, document: string, found: readonly Found[]): Promise<void> {
  const updates = found.map(({ record }) => record.update);
  const unsent = found.filter(({ record }) => record.pending === 1).map(({ record }) => record.update);
  await tx.objectStore('aside').add({ document, code: 'local.damaged', text: typedWords(unsent), updates });
}

type Choice = (key: number, record: UpdateRecord) => boolean;

/** Forgets facts, spare ids and chosen records. */
export async function forget(tx: Writing, document: string, which: Choice): Promise<void> {
  await forgetUpdates(tx, document, which);
  await forgetFacts(tx, document);
}

async function forgetUpdates(tx: Writing, document: string, which: Choice): Promise<void> {
  for (const { key, record } of await foundIn(tx, document)) {
    if (which(key, record)) await tx.objectStore('updates').delete(key);
  }
}

async function forgetFacts(tx: Writing, document: string): Promise<void> {
  await tx.objectStore('documents').delete(document);
  const spare = tx.objectStore('spareIds');
  for (const key of await spare.index('document').getAllKeys(document)) await spare.delete(key);
}
