import { openDeviceStore, openDocument, wordsOf } from '@plenary/ground/collab/client';
import { theLine, type ErasedText, type UnsentWork } from '@plenary/ground/web';
import { documentOf, statementOf, statementSchemaVersion } from '@plenary/statements/domain';
import { forgetStatement, forgetStatements, statementOnDevice } from './device-statements';
import { forgetSeenErasures } from './seen-erasures';

/** Longest wait for unsent words to arrive before signing out. Milliseconds. */
const patience = 10_000;

/** Edits on this device that the server does not have. */
export async function unsentStatements(personId: string): Promise<readonly UnsentWork[]> {
  const store = await openDeviceStore(personId);
  try {
    const pending = await store.listPending();
    return pending.map(({ document, updates }) => ({
      id: document,
      label: titleOf(personId, document) ?? document,
      text: async () => wordsOf(updates),
      send: () => send(personId, document),
    }));
  } finally {
    store.close();
  }
}

const titleOf = (personId: string, document: string): string | null =>
  statementOnDevice(personId, statementOf(document) ?? '')?.title ?? null;

/** A statement whose text is on this device. */
export interface CopyOnDevice {
  readonly id: string;
  readonly title: string | null;
  /** When it was last in step, by this device's clock. */
  readonly at: number | null;
  readonly hasUnsent: boolean;
}

/** What opens without a network, the latest first. */
export async function copiesOnDevice(personId: string): Promise<readonly CopyOnDevice[]> {
  const store = await openDeviceStore(personId);
  try {
    const [copies, pending] = await Promise.all([store.listCopies(), store.listPending()]);
    const unsent = new Set(pending.map(({ document }) => document));
    return copies
      .flatMap(({ document, at }) => {
        const id = statementOf(document);
        const title = titleOf(personId, document);
        return id ? [{ id, title, at: at ?? null, hasUnsent: unsent.has(document) }] : [];
      })
      .sort((one, other) => (other.at ?? 0) - (one.at ?? 0));
  } finally {
    store.close();
  }
}

async function send(personId: string, document: string): Promise<boolean> {
  const store = await openDeviceStore(personId);
  const attempt = new AbortController();
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patience));
  const saved = async () => {
    const line = await theLine();
    const options = { schema: statementSchemaVersion, store, signal: attempt.signal };
    await (await openDocument(line, document, options)).saved();
    return true;
  };
  try {
    return await Promise.race([saved().catch(() => false), late]);
  } finally {
    attempt.abort();
    store.close();
  }
}

/** STM-29: a copy from before words were erased goes, also where nobody opens it. */
export async function forgetOlderStatements(personId: string, texts: readonly ErasedText[]): Promise<void> {
  const store = await openDeviceStore(personId);
  try {
    for (const { id, epoch } of texts)
      if (await store.forgetOlder(documentOf(id), epoch)) forgetStatement(personId, id);
  } finally {
    store.close();
  }
}

/** Forgets the copies of one person; of everybody who used this browser when null. */
export async function clearStatements(personId: string | null): Promise<void> {
  forgetStatements();
  forgetSeenErasures();
  if (personId) {
    const store = await openDeviceStore(personId);
    await store.clear();
    store.close();
    return;
  }
  const databases = (await indexedDB.databases?.()) ?? [];
  for (const { name } of databases) if (name?.startsWith('plenary-texts-')) indexedDB.deleteDatabase(name);
}
