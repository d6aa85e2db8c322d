import { answerOf, shows } from '@plenary/ground/web';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, type OrganisationFilter } from './organisations-api';

const organisations = (filter: OrganisationFilter) =>
  infiniteQueryOptions({
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
    placeholderData: keepPreviousData,
  });

/** Organisations by name, page after page. The last answer stays while the next filter is asked for. */
export function useOrganisations(filter: OrganisationFilter) {
  return useInfiniteQuery({
    ...organisations(filter),
    select: (answer) => answer.pages.flatMap((page) => page.items),
  });
}

/** How many there are in all. */
export function useOrganisationTotal(filter: OrganisationFilter) {
  return useInfiniteQuery({ ...organisations(filter), select: (answer) => answer.pages[0]?.total }).data;
}
