import { answerOf, keptOffline } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { showsThread } from './shows-threads';
import { api } from './threads-api';

const ask = (id: string, signal: AbortSignal) =>
  answerOf(api.GET('/api/threads/{id}', { params: { path: { id } }, signal }));

/** A thread with its comments, as the server says it. */
export type ThreadAnswer = Awaited<ReturnType<typeof ask>>;

/** One thread with its comments; by its own address it is not known yet on which statement it stands (null). */
export function useThread(statementId: string | null, id: string) {
  return useQuery({
    queryKey: ['thread', id],
    queryFn: ({ signal }) => ask(id, signal),
    meta: { ...keptOffline, ...showsThread(statementId, id) },
  });
}
