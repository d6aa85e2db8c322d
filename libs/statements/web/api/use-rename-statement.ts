import { answerOf, commandHeaders } from '@plenary/ground/web';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, statementKey, statementsKey } from './statements-api';

export function useRenameStatement(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (title: string) =>
      answerOf(
        api.PATCH('/api/statements/{id}', {
          params: { path: { id } },
          headers: commandHeaders(),
          body: { title },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: statementKey(id) });
      await queries.invalidateQueries({ queryKey: statementsKey });
    },
  });
}
