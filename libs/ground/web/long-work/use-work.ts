import { useMutation, useQuery } from '@tanstack/react-query';
import { answerOf, apiFor } from '../api/api-client';
import type { components, paths } from '../api/schema';
import { needSentence } from '../i18n/words';
import { useRefresh } from '../news/refresh';
import { shows } from '../news/shown';

const api = apiFor<Pick<paths, '/api/me/work' | '/api/me/work/{id}'>>();

export type Work = components['schemas']['LongWorkDto'];

export const isUnderWay = ({ state }: Work): boolean => state === 'waiting' || state === 'running';

/** Where the file of a work is fetched. */
export const fileOf = ({ id }: Pick<Work, 'id'>): string => `/api/me/work/${id}/file`;

/** The newest work of these kinds that the person began, in whichever tab; undefined until it is known. */
export function useWork(...kinds: readonly string[]): Work | null | undefined {
  const { data } = useQuery({
    queryKey: ['work'],
    queryFn: readWorks,
    meta: shows({ kind: 'long-work', id: 'mine' }),
  });
  return data && (data.items.find(({ kind }) => kinds.includes(kind)) ?? null);
}

/** One of them, as it goes on; asks for nothing while there is none to watch. */
export function useWorkOf(id: string | null) {
  return useQuery({
    queryKey: ['work', id],
    enabled: id !== null,
    queryFn: async () => {
      const work = await answerOf(api.GET('/api/me/work/{id}', { params: { path: { id: id! } } }));
      await sentencesFor([work]);
      return work;
    },
    meta: shows({ kind: 'long-work', id: 'mine' }),
  });
}

/** With the sentences for those that were refused, of whichever room. */
async function readWorks() {
  const works = await answerOf(api.GET('/api/me/work'));
  await sentencesFor(works.items);
  return works;
}

async function sentencesFor(works: readonly Work[]): Promise<void> {
  const codes = works.flatMap(({ refusal }) => refusal?.code ?? []);
  await Promise.all(codes.map((code) => needSentence(code).catch(() => undefined)));
}

/** For after one's own beginning: the work is on screen before its news comes. */
export const useRefreshWork = () => useRefresh({ kind: 'long-work', id: 'mine' });

/** Puts one away that is over. */
export function usePutAway() {
  const refresh = useRefreshWork();
  return useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/me/work/{id}', { params: { path: { id } } })),
    onSuccess: refresh,
  });
}
