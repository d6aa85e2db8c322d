import { answerOf, keptOffline } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api, membershipKey } from './organisations-api';

/** For whom the signed-in person acts, and which roles they hold in the coalition. */
export function useMembership() {
  return useQuery({
    queryKey: membershipKey,
    queryFn: ({ signal }) => answerOf(api.GET('/api/membership', { signal })),
    meta: keptOffline,
  });
}
