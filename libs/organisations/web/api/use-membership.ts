import { answerOf, keptOffline, shows } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api } from './organisations-api';

/** For whom the signed-in person acts, and which roles they hold in the coalition. */
export function useMembership() {
  return useQuery({
    queryKey: ['membership'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/membership', { signal })),
    meta: { ...keptOffline, ...shows({ kind: 'person', id: 'me' }, { kind: 'organisation', id: 'mine' }) },
  });
}
