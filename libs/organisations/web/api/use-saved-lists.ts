import { answerOf, shows, useRefresh } from '@plenary/ground/web';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from './organisations-api';

/** Filters and columns that the reader keeps under a name. */
export function useSavedLists(list: 'organisations' | 'people') {
  return useQuery({
    queryKey: ['me', 'lists'],
    meta: shows({ kind: 'saved-list' }),
    queryFn: ({ signal }) => answerOf(api.GET('/api/me/lists', { signal })),
    select: ({ items }) => items.filter((each) => each.list === list),
  });
}

export function useSaveList() {
  const refresh = useRefresh({ kind: 'saved-list' });
  return useMutation({
    mutationFn: (body: { list: 'organisations' | 'people'; name: string; search: Record<string, string> }) =>
      answerOf(api.POST('/api/me/lists', { body })),
    onSuccess: refresh,
  });
}

export function useRemoveList() {
  const refresh = useRefresh({ kind: 'saved-list' });
  return useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/me/lists/{id}', { params: { path: { id } } })),
    onSettled: refresh,
  });
}
