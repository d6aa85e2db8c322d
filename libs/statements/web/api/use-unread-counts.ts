import { answerOf, keptOffline, shows } from '@plenary/ground/web';
import { historyLimits } from '@plenary/statements/domain';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './statements-api';

/** Paragraphs that others changed since one last read, by statement; nothing of those whose history one does not see. */
export function useUnreadCounts(statementIds: readonly string[]): ReadonlyMap<string, number> {
  const ids = statementIds.slice(0, historyLimits.countedAtOnce);
  const { data } = useQuery({
    queryKey: ['unread-statements', ids],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/unread-statements', { params: { query: { statement: ids } }, signal })),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    meta: { ...keptOffline, ...shows({ kind: 'statement' }) },
  });
  return new Map(data?.items.map(({ statementId, paragraphs }) => [statementId, paragraphs]));
}

/** Where what one has not read is looked at now, an answer from an earlier visit says nothing. */
export function useLookAnew(): (statementId: string) => void {
  const queries = useQueryClient();
  return (id) => queries.removeQueries({ queryKey: ['statement', id, 'unread'] });
}
