import { pageLimit } from '@plenary/ground/kernel';
import { answerOf, keptOffline, shows } from '@plenary/ground/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from './tasks-api';

/** Tasks for which the reader is responsible, of all boards, in the order of their due dates. */
export function useMyTasks(state: 'open' | 'done') {
  return useInfiniteQuery({
    queryKey: ['tasks', 'mine', state],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/tasks', {
          params: { query: { mine: 'true', state, cursor: pageParam, limit: pageLimit.maximum } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: (answer) => answer.pages.flatMap((page) => page.items),
    meta: { ...keptOffline, ...shows({ kind: 'task' }, { kind: 'group' }) },
  });
}
