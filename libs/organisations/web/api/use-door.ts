import { answerOf, keptOffline, shows } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api } from './organisations-api';

/** What everybody may know who has not signed in: the coalition's name, or that there is none yet. */
export function useDoor() {
  return useQuery({
    queryKey: ['door'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/door', { signal })),
    staleTime: 60_000,
    meta: { ...keptOffline, ...shows({ kind: 'coalition' }), sameForAll: true },
  });
}
