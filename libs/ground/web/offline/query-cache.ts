import { QueryClient } from '@tanstack/react-query';
import type { PersistedClient, Persister } from '@tanstack/react-query-persist-client';
import { openDB } from 'idb';
import { asApiError } from '../api/api-error';
import { isLineUp } from '../news/line';
import { devicePerson } from '../session/device-person';
import { currentLook } from '../session/look';

const databaseName = 'plenary-answers';
const day = 86_400_000;

/** Mark of a query whose last answer is kept for a time without network: `meta: keptOffline`. */
export const keptOffline = { keptOffline: true } as const;

/** How long an answer is of use without a network. */
export const offlineDays = 14;

/** Changes with the shape of answers, so that a new version never reads an old one's. */
export const answersVersion = '1';

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: offlineDays * day,
        networkMode: 'offlineFirst',
        // A refusal stays a refusal; only silence is worth another try.
        retry: (count, error) => asApiError(error).isUnreached && navigator.onLine && count < 2,
        // Who hears news does not ask again for having looked away.
        refetchOnWindowFocus: () => !isLineUp(),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Keeps answers in IndexedDB under the person they were given to; another person never sees them. */
export function answersOnDevice(): Persister {
  // What is seen by looking as somebody stays nowhere.
  const owner = () => (currentLook() ? null : devicePerson());
  const open = () =>
    openDB(databaseName, 1, {
      upgrade: (database) => {
        database.createObjectStore('answers');
      },
    });
  return {
    persistClient: async (client: PersistedClient) => {
      const person = owner();
      if (!person) return;
      await (await open()).put('answers', client, person);
    },
    restoreClient: async () => {
      const person = owner();
      return person
        ? ((await (await open()).get('answers', person)) as PersistedClient | undefined)
        : undefined;
    },
    removeClient: async () => {
      await (await open()).clear('answers');
    },
  };
}

/** Forgets all kept answers; used at sign-out. */
export async function forgetAnswers(): Promise<void> {
  await answersOnDevice().removeClient();
}
