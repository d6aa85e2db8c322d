import { answerOf } from '@plenary/ground/web';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './organisations-api';

const listsKey = ['me', 'lists'] as const;

/** Filters and columns that the reader keeps under a name. */
export function useSavedLists(list: 'organisations' | 'people') {
  return useQuery({
    queryKey: listsKey,
    queryFn: ({ signal }) => answerOf(api.GET('/api/me/lists', { signal })),
    select: ({ items }) => items.filter((each) => each.list === list),
  });
}

export function useSaveList() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { list: 'organisations' | 'people'; name: string; search: Record<string, string> }) =>
      answerOf(api.POST('/api/me/lists', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: listsKey }),
  });
}

export function useRemoveList() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/me/lists/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: listsKey }),
  });
}
