import { pageLimit } from '@plenary/ground/kernel';
import { answerOf, keptOffline, shows } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api } from './groups-api';

/** The coalition's working groups: a handful, so they come at once. */
export function useGroups(archived = false) {
  return useQuery({
    queryKey: archived ? ['groups', 'archived'] : ['groups'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/groups', {
          params: { query: { limit: pageLimit.maximum, ...(archived ? { archived: 'true' as const } : {}) } },
          signal,
        }),
      ),
    select: (page) => page.items,
    meta: { ...(archived ? {} : keptOffline), ...shows({ kind: 'group' }, { kind: 'person' }) },
  });
}
