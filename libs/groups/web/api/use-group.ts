import { answerOf, shows } from '@plenary/ground/web';
import { groupRequestsSubject } from '@plenary/groups/domain';
import { useQuery } from '@tanstack/react-query';
import { api } from './groups-api';

/** One working group with its leads and members. */
export function useGroup(id: string) {
  return useQuery({
    queryKey: ['group', id],
    meta: shows(
      { kind: 'group', id },
      groupRequestsSubject(id),
      { kind: 'person' },
      { kind: 'organisation' },
    ),
    queryFn: ({ signal }) => answerOf(api.GET('/api/groups/{id}', { params: { path: { id } }, signal })),
  });
}
