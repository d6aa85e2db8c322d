import { answerOf } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api, organisationKey } from './organisations-api';

/** One organisation with the people who act for it. */
export function useOrganisation(id: string) {
  return useQuery({
    queryKey: organisationKey(id),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/organisations/{id}', { params: { path: { id } }, signal })),
  });
}
