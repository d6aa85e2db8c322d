import { answerOf, shows } from '@plenary/ground/web';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, type OrganisationFilter } from './organisations-api';

/** Organisations by name, page after page. The last answer stays while the next filter is asked for. */
export function useOrganisations(filter: OrganisationFilter) {
  return useInfiniteQuery({
    queryKey: ['organisations', filter],
    meta: shows({ kind: 'organisation' }),
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/organisations', {
          params: { query: { ...filter, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: (answer) => answer.pages.flatMap((page) => page.items),
    placeholderData: keepPreviousData,
  });
}
