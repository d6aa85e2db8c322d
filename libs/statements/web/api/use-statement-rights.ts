import { answerOf, shows } from '@plenary/ground/web';
import { statementSubject } from '@plenary/statements/domain';
import { useQuery } from '@tanstack/react-query';
import { api } from './statements-api';

/** Who can do what with a statement, and why. */
export function useStatementRights(id: string) {
  return useQuery({
    queryKey: ['statement', id, 'rights'],
    meta: shows(statementSubject(id), { kind: 'person' }, { kind: 'organisation' }, { kind: 'group' }),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/statements/{id}/rights', {
          params: { path: { id } },
          signal,
        }),
      ),
    select: (page) => page.items,
  });
}
