import { answerOf, apiFor, commandHeaders, type paths } from '@plenary/ground/web';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const api = apiFor<paths>();
const queryKey = ['operation', 'work'];

/** Milliseconds. */
const lookEvery = 5_000;

/** Work that was given up, looked at anew every few seconds. */
export function useFailedWork() {
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => answerOf(api.GET('/api/operation/work', { signal })),
    refetchInterval: lookEvery,
    gcTime: 0,
  });
}

/** Has work tried again that was given up. */
export function useTryAgain() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (number: string) =>
      answerOf(
        api.POST('/api/operation/work/{number}/retry', {
          params: { path: { number } },
          headers: commandHeaders(),
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['operation'] }),
  });
}
