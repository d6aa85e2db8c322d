import { answerOf } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api } from './groups-api';

/** One working group with its leads and members. */
export function useGroup(id: string) {
  return useQuery({
    queryKey: ['group', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/groups/{id}', { params: { path: { id } }, signal })),
  });
}
