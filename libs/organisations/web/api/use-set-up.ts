import { answerOf, type components } from '@plenary/ground/web';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, doorKey } from './organisations-api';

/** Creates the coalition and its first coordinator, with the code of the terminal. */
export function useSetUp() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: components['schemas']['SetUpDto']) => answerOf(api.POST('/api/set-up', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: doorKey }),
  });
}
