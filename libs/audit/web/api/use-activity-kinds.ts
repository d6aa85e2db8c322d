import { answerOf, apiFor, needWords, type components, type paths } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';

export type ActivityKind = components['schemas']['ActivityKindDto'];
export type Told = ActivityKind['told'][number];

const api = apiFor<paths>();

/** What can be on the record, and how each reads: the rooms define it, and the server knows them all. */
export function useActivityKinds() {
  return useQuery({
    queryKey: ['activity', 'kinds'],
    queryFn: ({ signal }) => readKinds(signal),
    select: ({ items }) => items,
    staleTime: 600_000,
  });
}

/** With the words of other rooms that they are told in. */
async function readKinds(signal: AbortSignal) {
  const kinds = await answerOf(api.GET('/api/activity/kinds', { signal }));
  const told = kinds.items.flatMap((kind) => kind.told.flatMap(({ words }) => words?.split(':')[0] ?? []));
  await needWords([...new Set(told)]);
  return kinds;
}
