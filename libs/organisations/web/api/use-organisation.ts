import { answerOf, shows } from '@plenary/ground/web';
import { organisationSubject, reachSubject } from '@plenary/organisations/domain';
import { useQuery } from '@tanstack/react-query';
import { api } from './organisations-api';

/** One organisation with the people who act for it. */
export function useOrganisation(id: string) {
  return useQuery({
    queryKey: ['organisation', id],
    meta: shows(organisationSubject(id), { kind: 'person' }, reachSubject),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/organisations/{id}', { params: { path: { id } }, signal })),
  });
}
