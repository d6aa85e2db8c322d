import { answerOf, commandHeaders } from '@plenary/ground/web';
import type { GrantableRight, SubjectKind } from '@plenary/statements/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, rightsKey, statementKey } from './statements-api';

export interface NewGrant {
  readonly subjectKind: SubjectKind;
  readonly subjectId?: string;
  readonly right: GrantableRight;
}

/** Gives and withdraws rights; both are said to everybody concerned at once. */
export function useChangeRights(id: string) {
  const queries = useQueryClient();
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: rightsKey(id) });
    await queries.invalidateQueries({ queryKey: statementKey(id) });
  };
  const give = useMutation({
    mutationFn: (grant: NewGrant) =>
      answerOf(
        api.PUT('/api/statements/{id}/grants', {
          params: { path: { id } },
          headers: commandHeaders(),
          body: grant,
        }),
      ),
    onSuccess: refresh,
  });
  const withdraw = useMutation({
    mutationFn: (grantId: string) =>
      answerOf(
        api.DELETE('/api/statements/{id}/grants/{grantId}', {
          params: { path: { id, grantId } },
          headers: commandHeaders(),
        }),
      ),
    onSuccess: refresh,
  });
  return { give, withdraw };
}
