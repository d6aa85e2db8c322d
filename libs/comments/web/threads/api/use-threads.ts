import type { Outcome } from '@plenary/comments/domain';
import { answerOf, keptOffline } from '@plenary/ground/web';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { showsThreads } from './shows-threads';
import { api } from './threads-api';

/** What of the threads is shown; what is absent filters nothing. */
export interface ThreadsFilter {
  readonly state?: 'open' | 'resolved';
  readonly outcome?: Outcome;
  /** Begun by the caller, or with words of theirs. */
  readonly mine?: boolean;
  readonly unread?: boolean;
  readonly organisationId?: string;
  readonly groupId?: string;
  readonly paragraphId?: string;
}

const threads = (statementId: string, { mine, unread, state, ...filter }: ThreadsFilter) =>
  infiniteQueryOptions({
    queryKey: ['threads', statementId, { mine, unread, state, ...filter }],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/statements/{id}/threads', {
          params: {
            path: { id: statementId },
            query: {
              ...filter,
              state: state ?? 'all',
              ...(mine ? { mine: 'true' as const } : {}),
              ...(unread ? { unread: 'true' as const } : {}),
              cursor: pageParam,
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    meta: { ...keptOffline, ...showsThreads(statementId) },
  });

/** Threads with their comments, the last changed first, page after page. */
export function useThreads(statementId: string, filter: ThreadsFilter, enabled = true) {
  return useInfiniteQuery({
    ...threads(statementId, filter),
    enabled,
    select: (answer) => answer.pages.flatMap((page) => page.items),
  });
}
