import { answerOf, commandHeaders, useRefresh } from '@plenary/ground/web';
import { statementSubject } from '@plenary/statements/domain';
import { useMutation } from '@tanstack/react-query';
import { api } from './statements-api';

export function useRenameStatement(id: string) {
  const refresh = useRefresh(statementSubject(id));
  return useMutation({
    mutationFn: (title: string) =>
      answerOf(
        api.PATCH('/api/statements/{id}', {
          params: { path: { id } },
          headers: commandHeaders(),
          body: { title },
        }),
      ),
    onSuccess: refresh,
  });
}
