import { answerOf, shows } from '@plenary/ground/web';
import { reachSubject } from '@plenary/organisations/domain';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, type PeopleFilter } from './organisations-api';

/** People by name, page after page. */
export function usePeople(filter: PeopleFilter) {
  return useInfiniteQuery({
    queryKey: ['people', filter],
    meta: shows({ kind: 'person' }, { kind: 'organisation' }, reachSubject),
    queryFn: ({ pageParam, signal }) =>
      answerOf(api.GET('/api/people', { params: { query: { ...filter, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: (answer) => answer.pages.flatMap((page) => page.items),
    placeholderData: keepPreviousData,
  });
}
