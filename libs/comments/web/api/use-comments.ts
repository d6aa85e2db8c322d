import {
  answerOf,
  apiFor,
  commandHeaders,
  shows,
  useRefresh,
  type components,
  type paths,
} from '@plenary/ground/web';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';

const api = apiFor<Pick<paths, '/api/comments'>>();
const kind = 'comment';

/** The list by name, page after page; what others add comes by itself. */
export function useComments() {
  return useInfiniteQuery({
    queryKey: ['comments'],
    meta: shows({ kind }),
    queryFn: ({ pageParam, signal }) =>
      answerOf(api.GET('/api/comments', { params: { query: { cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: (answer) => answer.pages.flatMap((page) => page.items),
  });
}

export function useAddComment() {
  const refresh = useRefresh({ kind });
  return useMutation({
    mutationFn: (body: components['schemas']['AddCommentDto']) =>
      answerOf(api.POST('/api/comments', { body, headers: commandHeaders() })),
    onSuccess: refresh,
  });
}
