import { answerOf } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api } from './organisations-api';

/** A person as others of the coalition see them. */
export function usePerson(id: string) {
  return useQuery({
    queryKey: ['person', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/people/{id}', { params: { path: { id } }, signal })),
  });
}
