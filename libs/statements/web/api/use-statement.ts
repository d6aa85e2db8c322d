import { answerOf, keptOffline, shows } from '@plenary/ground/web';
import { statementSubject } from '@plenary/statements/domain';
import { useQuery } from '@tanstack/react-query';
import { api } from './statements-api';

/** Title, owner and right of one statement; its text comes by the socket. */
export function useStatement(id: string) {
  return useQuery({
    queryKey: ['statement', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/statements/{id}', { params: { path: { id } }, signal })),
    // The owner's name stands beside the title.
    meta: { ...keptOffline, ...shows(statementSubject(id), { kind: 'group' }, { kind: 'coalition' }) },
  });
}
