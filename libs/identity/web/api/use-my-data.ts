import { answerOf, type components } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api } from './identity-api';

export type MyData = components['schemas']['MyDataDto'];

/**
 * All that Plenary holds about the signed-in person; each room adds a part under its name, which it reads by itself. Asked
 * for once: it is much, and counted.
 */
export function useMyData() {
  return useQuery({
    queryKey: ['me', 'export'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/me/export', { signal })),
    staleTime: 300_000,
    gcTime: 300_000,
  });
}
