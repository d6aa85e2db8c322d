import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openDB } from 'idb';

/** What a browser held of a text while texts were trees of elements; see the README beside the file. */
interface OldDevice {
  readonly document: string;
  readonly facts: { readonly epoch: number; readonly schema: number; readonly right: 'edit' };
  readonly updates: readonly {
    readonly updateBase64: string;
    readonly pending: boolean;
    readonly sum: number;
  }[];
  readonly spareIds: readonly number[];
  readonly clientId: number;
  readonly unsentWords: string;
}

const file = resolve(__dirname, '../../../testing/fixtures/elements-2026/device.json');
export const oldDevice = JSON.parse(readFileSync(file, 'utf8')) as OldDevice;

export const oldRecords = oldDevice.updates.map(({ updateBase64, pending, sum }) => ({
  document: oldDevice.document,
  update: new Uint8Array(Buffer.from(updateBase64, 'base64')),
  pending: pending ? 1 : 0,
  sum,
}));

export const oldPending = oldRecords.filter(({ pending }) => pending === 1).map(({ update }) => update);

/** Writes the records as the client of that time did, into an account's storage. */
export async function putOldCopy(
  personId: string,
  records: readonly object[] = oldRecords,
  facts: object | null = oldDevice.facts,
): Promise<void> {
  const database = await openDB(`plenary-texts-${personId}`, 1, {
    upgrade(made) {
      const updates = made.createObjectStore('updates', { autoIncrement: true });
      updates.createIndex('document', 'document');
      updates.createIndex('pending', 'pending');
      made.createObjectStore('documents', { keyPath: 'document' });
      made.createObjectStore('spareIds', { keyPath: ['document', 'id'] }).createIndex('document', 'document');
      made.createObjectStore('aside', { autoIncrement: true }).createIndex('document', 'document');
    },
  });
  const tx = database.transaction(['updates', 'documents', 'spareIds'], 'readwrite');
  for (const record of records) await tx.objectStore('updates').add(record);
  if (facts) await tx.objectStore('documents').put({ document: oldDevice.document, ...facts });
  for (const id of facts ? oldDevice.spareIds : [])
    await tx.objectStore('spareIds').put({ document: oldDevice.document, id });
  await tx.done;
  database.close();
}

/** Everything that an account's storage holds, as it lies there. */
export async function allRecords(personId: string): Promise<Record<string, readonly object[]>> {
  const database = await openDB(`plenary-texts-${personId}`);
  const names = ['updates', 'documents', 'spareIds', 'aside'];
  const found = await Promise.all(names.map((name) => database.getAll(name)));
  database.close();
  return Object.fromEntries(names.map((name, place) => [name, found[place]!]));
}
