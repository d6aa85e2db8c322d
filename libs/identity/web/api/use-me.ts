import { answerOf, ApiError, keptOffline, shows } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api, meKey, type MeView } from './identity-api';

/** Who is signed in on this device; null when nobody is. */
export function useMe() {
  return useQuery<MeView | null>({
    queryKey: meKey,
    queryFn: ({ signal }) => findMe(signal),
    staleTime: 60_000,
    meta: { ...keptOffline, ...shows({ kind: 'person', id: 'me' }) },
  });
}

/** The signed-in person. Only below the SessionGate, which renders nothing of the rooms without one. */
export function useSignedInPerson(): MeView['person'] {
  const { data } = useMe();
  if (!data) throw new Error('nobody is signed in');
  return data.person;
}

async function findMe(signal: AbortSignal): Promise<MeView | null> {
  try {
    return await answerOf(api.GET('/api/me', { signal }));
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}
