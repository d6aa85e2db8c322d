import { answerOf } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api, organisationKey } from './organisations-api';

/** Who changed an organisation's state, when and why; the newest first. For those who may name its people. */
export function useHistory(id: string) {
  return useQuery({
    queryKey: [...organisationKey(id), 'history'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/organisations/{id}/history', { params: { path: { id } }, signal })),
    select: ({ items }) => items,
  });
}
