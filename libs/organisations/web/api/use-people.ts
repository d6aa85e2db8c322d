import { answerOf } from '@plenary/ground/web';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, type PeopleFilter } from './organisations-api';

/** People by name, page after page. */
export function usePeople(filter: PeopleFilter) {
  return useInfiniteQuery({
    queryKey: ['people', filter],
    queryFn: ({ pageParam, signal }) =>
      answerOf(api.GET('/api/people', { params: { query: { ...filter, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: (answer) => answer.pages.flatMap((page) => page.items),
    placeholderData: keepPreviousData,
  });
}
