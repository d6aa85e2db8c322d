import { answerOf, shows } from '@plenary/ground/web';
import { reachSubject } from '@plenary/organisations/domain';
import { useQuery } from '@tanstack/react-query';
import { api } from './organisations-api';

/** A person as others of the coalition see them. */
export function usePerson(id: string) {
  return useQuery({
    queryKey: ['person', id],
    meta: shows({ kind: 'person', id }, { kind: 'organisation' }, reachSubject),
    queryFn: ({ signal }) => answerOf(api.GET('/api/people/{id}', { params: { path: { id } }, signal })),
  });
}
