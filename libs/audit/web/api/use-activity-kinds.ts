import { answerOf, apiFor, type components, type paths } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';

export type ActivityKind = components['schemas']['ActivityKindDto'];
export type Told = ActivityKind['told'][number];

const api = apiFor<paths>();

/** What can be on the record, and how each reads: the rooms define it, and the server knows them all. */
export function useActivityKinds() {
  return useQuery({
    queryKey: ['activity', 'kinds'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/activity/kinds', { signal })),
    select: ({ items }) => items,
    staleTime: 600_000,
  });
}
