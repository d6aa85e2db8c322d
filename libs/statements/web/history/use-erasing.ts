import { answerOf, commandHeaders, useRefresh } from '@plenary/ground/web';
import { statementSubject } from '@plenary/statements/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../api/statements-api';

export interface PassageToErase {
  readonly at: number;
  readonly paragraphId: string;
  readonly from?: number;
  readonly to?: number;
}

/** What would go; asked anew each time. */
export function useErasureCover(id: string, passage: PassageToErase) {
  const { at, paragraphId, ...part } = passage;
  return useQuery({
    queryKey: ['statement', id, 'erasure', passage],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/statements/{id}/history/moments/{seq}/paragraphs/{paragraphId}/erasure', {
          params: { path: { id, seq: String(at), paragraphId }, query: part },
          signal,
        }),
      ),
    gcTime: 0,
    retry: false,
  });
}

export function useErase(id: string) {
  return useMutation({
    mutationFn: (body: PassageToErase & { reason: string; title?: string }) =>
      answerOf(
        api.POST('/api/statements/{id}/history/erasures', {
          params: { path: { id } },
          headers: commandHeaders(),
          body,
        }),
      ),
    onSuccess: useRefresh(statementSubject(id)),
  });
}
