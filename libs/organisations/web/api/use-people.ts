import { answerOf, shows } from '@plenary/ground/web';
import { reachSubject } from '@plenary/organisations/domain';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, type PeopleFilter } from './organisations-api';

const people = (filter: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: ['people', filter],
    meta: shows({ kind: 'person' }, { kind: 'organisation' }, reachSubject),
    queryFn: ({ pageParam, signal }) =>
      answerOf(api.GET('/api/people', { params: { query: { ...filter, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** People by name, page after page. */
export function usePeople(filter: PeopleFilter) {
  return useInfiniteQuery({
    ...people(filter),
    select: (answer) => answer.pages.flatMap((page) => page.items),
  });
}

/** How many there are in all. */
export function usePeopleTotal(filter: PeopleFilter) {
  return useInfiniteQuery({ ...people(filter), select: (answer) => answer.pages[0]?.total }).data;
}
