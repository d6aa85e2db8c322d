import type { Incoming } from '@plenary/exchange/domain';
import { answerOf } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api } from './exchange-api';

/**
 * STM-29: when words were last erased from the statement of which a file was made, as ISO 8601; null where none were since
 * then, or that is not known. It tells of statements that the person may read.
 */
export function useErasedSince(of: Incoming['of']): string | null {
  const { data } = useQuery({
    queryKey: ['erased-statements'],
    enabled: of !== null,
    retry: false,
    queryFn: ({ signal }) => answerOf(api.GET('/api/erased-statements', { signal })),
  });
  const erased = data?.items.find(({ id, seq }) => id === of?.statement && seq > of.moment);
  return erased?.at ?? null;
}
