import { answerOf, asApiError, devicePerson, keptOffline, sessionOver, shows } from '@plenary/ground/web';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, meKey, type MeView } from './identity-api';
import { takeDevice } from './take-device';
import { tellOfSignOut } from './use-sign-out';

/** Milliseconds. */
const tellEvery = 10_000;

/** Who is signed in on this device; null when nobody is. */
export function useMe() {
  const queries = useQueryClient();
  return useQuery<MeView | null>({
    queryKey: meKey,
    queryFn: ({ signal }) => findMe(queries, signal),
    staleTime: 60_000,
    // Who signed out without a network is signed out; the server hears of it as soon as it is reached.
    refetchInterval: () => (sessionOver() === 'owed' ? tellEvery : false),
    meta: { ...keptOffline, ...shows({ kind: 'person', id: 'me' }) },
  });
}

/** The signed-in person. Only below the SessionGate, which renders nothing of the rooms without one. */
export function useSignedInPerson(): MeView['person'] {
  const { data } = useMe();
  if (!data) throw new Error('nobody is signed in');
  return data.person;
}

async function findMe(queries: QueryClient, signal: AbortSignal): Promise<MeView | null> {
  try {
    await tellOfSignOut();
    const before = devicePerson();
    const me = await answerOf(api.GET('/api/me', { signal }));
    // Who came by a provider was let in on no page of ours. Whoever signed out meanwhile stays out.
    const isNew = before !== me.person.id || sessionOver() !== null;
    if (isNew && me.impersonation === null && devicePerson() === before && !signal.aborted)
      await takeDevice(queries, me.person.id);
    return me;
  } catch (error) {
    const { status, isUnreached } = asApiError(error);
    if (status === 401 || (isUnreached && sessionOver())) return null;
    throw error;
  }
}
