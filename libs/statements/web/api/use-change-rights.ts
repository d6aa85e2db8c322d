import { answerOf, commandHeaders, useRefresh } from '@plenary/ground/web';
import { statementSubject, type GrantableRight, type SubjectKind } from '@plenary/statements/domain';
import { useMutation } from '@tanstack/react-query';
import { api } from './statements-api';

export interface NewGrant {
  readonly subjectKind: SubjectKind;
  readonly subjectId?: string;
  readonly right: GrantableRight;
}

/** Gives and withdraws rights; both are said to everybody concerned at once. */
export function useChangeRights(id: string) {
  const refresh = useRefresh(statementSubject(id));
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
