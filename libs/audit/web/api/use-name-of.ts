import { answerOf, apiFor, type paths, shows } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';

const api = apiFor<paths>();

/** The name of the one that an address filters by, who may be in no list on the page. */
export function useNameOf(kind: 'person' | 'organisation', id: string | undefined) {
  const params = { path: { id: id ?? '' } };
  return useQuery({
    queryKey: ['activity-name', kind, id],
    meta: shows({ kind, ...(id === undefined ? {} : { id }) }),
    enabled: id !== undefined,
    queryFn: async ({ signal }) =>
      kind === 'person'
        ? (await answerOf(api.GET('/api/people/{id}', { params, signal }))).name
        : (await answerOf(api.GET('/api/organisations/{id}', { params, signal }))).name,
  });
}
