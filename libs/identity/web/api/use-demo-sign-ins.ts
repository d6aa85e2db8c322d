import { answerOf } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api, demoKey } from './identity-api';

/** Sign-ins that a demonstration offers to everybody; empty elsewhere. */
export function useDemoSignIns() {
  return useQuery({
    queryKey: demoKey,
    queryFn: ({ signal }) => answerOf(api.GET('/api/demo', { signal })),
    select: (answer) => answer.items,
    staleTime: Infinity,
  });
}
