import { answerOf, shows } from '@plenary/ground/web';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from './threads-api';

/** Whom a comment on a statement may mention, by what was typed of a name; null asks for nothing. */
export function useMentionable(statementId: string, query: string | null) {
  return useQuery({
    queryKey: ['mentionable', statementId, query],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/statements/{id}/mentionable', {
          params: { path: { id: statementId }, query: { query: query ?? '' } },
          signal,
        }),
      ),
    enabled: query !== null,
    placeholderData: keepPreviousData,
    select: (answer) => answer.items,
    meta: shows({ kind: 'person' }, { kind: 'group' }, { kind: 'organisation' }),
  });
}
