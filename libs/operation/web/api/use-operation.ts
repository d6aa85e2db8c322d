import { answerOf, apiFor, shows, type paths } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';

const api = apiFor<paths>();

/** Milliseconds. Figures are measured and happen to nobody: there is no news of them. */
const lookEvery = 5_000;

/** How Plenary runs, looked at anew every few seconds; the last answer stays on screen meanwhile. */
export function useOperation() {
  return useQuery({
    queryKey: ['operation'],
    meta: shows({ kind: 'operation' }),
    queryFn: ({ signal }) => answerOf(api.GET('/api/operation', { signal })),
    refetchInterval: lookEvery,
    gcTime: 0,
  });
}
