import { answerOf, keptOffline, shows } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api } from './organisations-api';

/** The coalition that this installation serves. */
export function useCoalition() {
  return useQuery({
    queryKey: ['coalition'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/coalition', { signal })),
    staleTime: 600_000,
    meta: { ...keptOffline, ...shows({ kind: 'coalition' }) },
  });
}
