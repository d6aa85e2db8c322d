import { pageLimit } from '@plenary/ground/kernel';
import { answerOf, keptOffline, shows } from '@plenary/ground/web';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './groups-api';

const groups = (archived: boolean) =>
  queryOptions({
    queryKey: archived ? ['groups', 'archived'] : ['groups'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/groups', {
          params: { query: { limit: pageLimit.maximum, ...(archived ? { archived: 'true' as const } : {}) } },
          signal,
        }),
      ),
    meta: { ...(archived ? {} : keptOffline), ...shows({ kind: 'group' }, { kind: 'person' }) },
  });

/** The coalition's working groups: a handful, so they come at once. */
export function useGroups(archived = false) {
  return useQuery({ ...groups(archived), select: (page) => page.items });
}

/** How many there are in all. */
export function useGroupTotal(archived = false) {
  return useQuery({ ...groups(archived), select: (page) => page.total }).data;
}
