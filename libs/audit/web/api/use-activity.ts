import { answerOf, apiFor, type components, type paths, shows } from '@plenary/ground/web';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

export type Activity = components['schemas']['ActivityDto'];
export interface ActivityFilter {
  organisation?: string;
  person?: string;
  name?: string;
  /** `statement/<id>` */
  subject?: string;
  from?: string;
  until?: string;
}

const api = apiFor<paths>();

/** What was done, the newest first, page after page. */
export function useActivity(filter: ActivityFilter) {
  return useInfiniteQuery({
    queryKey: ['activity', filter],
    meta: shows({ kind: 'activity' }),
    queryFn: ({ pageParam, signal }) =>
      answerOf(api.GET('/api/activity', { params: { query: { ...filter, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: (answer) => answer.pages.flatMap((page) => page.items),
    placeholderData: keepPreviousData,
  });
}
