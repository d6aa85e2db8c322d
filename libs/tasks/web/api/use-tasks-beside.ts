import { answerOf, keptOffline, shows } from '@plenary/ground/web';
import { statementSubject } from '@plenary/statements/domain';
import { useQuery } from '@tanstack/react-query';
import { api } from './tasks-api';

/** How many are shown beside other things; all are on the pages of this room. */
const shown = 6;

/** Tasks about a statement and what is said of it, those that are done last. */
export function useStatementTasks(statementId: string) {
  return useQuery({
    queryKey: ['tasks', 'statement', statementId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/statements/{id}/tasks', { params: { path: { id: statementId } }, signal })),
    select: ({ items }) => items,
    meta: { ...keptOffline, ...shows({ kind: 'task' }, statementSubject(statementId)) },
  });
}

/** The next ones that are not done: the person's own, or those of a group. */
export function useNextTasks(of: { readonly mine: true } | { readonly groupId: string }) {
  return useQuery({
    queryKey: ['tasks', 'next', of],
    queryFn: ({ signal }) => {
      const whose = 'mine' in of ? { mine: 'true' as const } : of;
      const query = { ...whose, state: 'open' as const, limit: shown };
      return answerOf(api.GET('/api/tasks', { params: { query }, signal }));
    },
    select: ({ items }) => items,
    meta: { ...keptOffline, ...shows({ kind: 'task' }) },
  });
}
