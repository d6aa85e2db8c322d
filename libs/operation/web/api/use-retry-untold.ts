import { answerOf, apiFor, commandHeaders, useRefresh, type paths } from '@plenary/ground/web';
import { useMutation } from '@tanstack/react-query';

const api = apiFor<paths>();

/** Has news told again that some listener failed at. */
export function useRetryUntold() {
  const refresh = useRefresh({ kind: 'operation' });
  return useMutation({
    mutationFn: (number: string) =>
      answerOf(
        api.POST('/api/operation/untold/{number}/retry', {
          params: { path: { number } },
          headers: commandHeaders(),
        }),
      ),
    onSettled: refresh,
  });
}
