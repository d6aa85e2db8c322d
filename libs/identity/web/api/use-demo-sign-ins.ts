import { answerOf } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api } from './identity-api';

/** Sign-ins that a demonstration offers to everybody; empty elsewhere. */
export function useDemoSignIns() {
  return useQuery({
    queryKey: ['demo'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/demo', { signal })),
    select: (answer) => answer.items,
    staleTime: Infinity,
  });
}
