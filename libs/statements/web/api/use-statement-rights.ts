import { answerOf } from '@plenary/ground/web';
import type { StatementRightView } from '@plenary/statements/domain';
import { useQuery } from '@tanstack/react-query';
import { api, rightsKey } from './statements-api';

/** Who can do what with a statement, and why. */
export function useStatementRights(id: string) {
  return useQuery({
    queryKey: rightsKey(id),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/statements/{id}/rights', {
          params: { path: { id } },
          signal,
        }),
      ),
    select: (page) => page.items as unknown as readonly StatementRightView[],
  });
}
