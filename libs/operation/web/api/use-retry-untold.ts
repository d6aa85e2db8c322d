import { answerOf, apiFor, commandHeaders, type paths } from '@plenary/ground/web';
import { useMutation, useQueryClient } from '@tanstack/react-query';

const api = apiFor<paths>();

/** Has news told again that some listener failed at. */
export function useRetryUntold() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (number: string) =>
      answerOf(
        api.POST('/api/operation/untold/{number}/retry', {
          params: { path: { number } },
          headers: commandHeaders(),
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['operation'] }),
  });
}
