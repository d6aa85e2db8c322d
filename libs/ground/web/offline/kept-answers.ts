import type { Query } from '@tanstack/react-query';
import type { PersistedClient, Persister } from '@tanstack/react-query-persist-client';
import { openDB, type IDBPDatabase } from 'idb';
import { isClosed } from '../api/api-error';
import { devicePerson, tabPerson } from '../session/device-person';
import { currentImpersonation } from '../session/impersonation';

type KeptQuery = PersistedClient['clientState']['queries'][number];

/** How long an answer is of use without a network. */
export const offlineDays = 14;

const databaseName = 'plenary-answers';
/** Changes with the shape of answers, so that a new version never reads an old one's. */
const answersVersion = '2';

/** Null while this tab shows what is not of the person whose copies the device keeps. */
function owner(): string | null {
  // What is seen by looking as somebody stays nowhere.
  const person = currentImpersonation() ? null : devicePerson();
  return person === tabPerson() ? person : null;
}

let opened: Promise<IDBPDatabase> | null = null;

function database(): Promise<IDBPDatabase> {
  opened ??= openDB(databaseName, 1, {
    upgrade: (made) => {
      made.createObjectStore('answers');
    },
    terminated: () => (opened = null),
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Asked for in vain, an answer is as good as before. */
const asItCame = (query: KeptQuery): KeptQuery => ({
  ...query,
  state: {
    ...query.state,
    ...{ status: 'success', fetchStatus: 'idle', isInvalidated: false, fetchMeta: null },
    ...{ error: null, fetchFailureCount: 0, fetchFailureReason: null },
  },
});

/** An answer that says nothing, or that this person may not see any more, is not kept, and takes the one before along. */
const isOfUse = ({ state }: KeptQuery): boolean => state.data !== null && !isClosed(state.error);

/** Each tab knows the answers that it asked for: what another has kept stays, and of two the newer one. */
function merged(before: PersistedClient | undefined, now: PersistedClient): PersistedClient {
  const kept = new Map<string, KeptQuery>();
  const oldest = Date.now() - offlineDays * 86_400_000;
  const known = before?.buster === now.buster ? before.clientState.queries : [];
  for (const query of known) if (query.state.dataUpdatedAt > oldest) kept.set(query.queryHash, query);
  for (const query of now.clientState.queries) {
    const other = kept.get(query.queryHash);
    if (!isOfUse(query)) kept.delete(query.queryHash);
    else if (!other || other.state.dataUpdatedAt <= query.state.dataUpdatedAt)
      kept.set(query.queryHash, asItCame(query));
  }
  return { ...now, clientState: { mutations: [], queries: [...kept.values()] } };
}

async function write(client: PersistedClient): Promise<void> {
  const answers = await database();
  const person = owner();
  if (!person) return;
  const tx = answers.transaction('answers', 'readwrite');
  await tx.store.put(merged((await tx.store.get(person)) as PersistedClient | undefined, client), person);
  await tx.done;
}

/** Keeps answers in IndexedDB under the person they were given to; another person never sees them. */
function answersOnDevice(): Persister {
  let due: PersistedClient | null = null;
  let writing: Promise<void> | null = null;
  // Many answers come at once: the last state is written, when the one before has been.
  const writeAll = async () => {
    for (let next = due; next; next = due) {
      due = null;
      await write(next).catch(() => undefined); // a device that keeps nothing works with a network only
    }
  };
  return {
    persistClient: (client) => {
      due = client;
      return (writing ??= writeAll().finally(() => (writing = null)));
    },
    restoreClient: async () => {
      const person = owner();
      if (!person) return undefined;
      return (await (await database()).get('answers', person)) as PersistedClient | undefined;
    },
    removeClient: forgetAnswers,
  };
}

/** Forgets all kept answers; used at sign-out, and when the device is another person's. Rejected when they stay. */
export async function forgetAnswers(): Promise<void> {
  // A browser without IndexedDB has kept nothing, and lets people in all the same.
  if (!globalThis.indexedDB) return;
  await (await database()).clear('answers');
}

/** What is kept of answers, and how: as long as there is one, whether or not it could be asked for anew. */
export const keptAnswers = {
  persister: answersOnDevice(),
  maxAge: offlineDays * 86_400_000,
  buster: answersVersion,
  dehydrateOptions: {
    shouldDehydrateQuery: ({ meta, state }: Query) =>
      meta?.keptOffline === true && (state.data !== undefined || isClosed(state.error)),
  },
};
