import { answerOf, apiFor, commandHeaders, shows, useRefresh, type paths } from '@plenary/ground/web';
import { useMutation, useQuery } from '@tanstack/react-query';

const api = apiFor<paths>();

/** Milliseconds. What waits and runs is counted in the database, and is no news. */
const lookEvery = 5_000;

/** Work that was given up, looked at anew every few seconds. */
export function useFailedWork() {
  return useQuery({
    queryKey: ['operation', 'work'],
    meta: shows({ kind: 'operation' }),
    queryFn: ({ signal }) => answerOf(api.GET('/api/operation/work', { signal })),
    refetchInterval: lookEvery,
    gcTime: 0,
  });
}

/** Has work tried again that was given up. */
export function useTryAgain() {
  const refresh = useRefresh({ kind: 'operation' });
  return useMutation({
    mutationFn: (number: string) =>
      answerOf(
        api.POST('/api/operation/work/{number}/retry', {
          params: { path: { number } },
          headers: commandHeaders(),
        }),
      ),
    onSettled: refresh,
  });
}
