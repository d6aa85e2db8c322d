import { answerOf, keptOffline } from '@plenary/ground/web';
import type { StatementView } from '@plenary/statements/domain';
import { useQuery } from '@tanstack/react-query';
import { api, statementKey } from './statements-api';

/** Title, owner and right of one statement; its text comes by the socket. */
export function useStatement(id: string) {
  return useQuery({
    queryKey: statementKey(id),
    queryFn: ({ signal }) => answerOf(api.GET('/api/statements/{id}', { params: { path: { id } }, signal })),
    select: (statement) => statement as unknown as StatementView,
    meta: keptOffline,
  });
}
