import { keptOffline, shows, useRefresh, type components } from '@plenary/ground/web';
import { statementSubject } from '@plenary/statements/domain';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { suggestionsApi } from './suggestions-api';

export type Suggestion = components['schemas']['SuggestionDto'];

const kind = 'suggestion';
const showsSuggestions = (statementId: string) => shows({ kind }, statementSubject(statementId));

/** Those about which nothing was decided; one's own drafts among them. */
export function useSuggestions(statementId: string) {
  return useQuery({
    queryKey: ['suggestions', statementId],
    queryFn: ({ signal }) => suggestionsApi.list(statementId, signal),
    select: itemsOf,
    meta: { ...keptOffline, ...showsSuggestions(statementId) },
  });
}

const itemsOf = ({ items }: { items: Suggestion[] }): readonly Suggestion[] => items;

/** One, by its own address. */
export function useSuggestion(id: string) {
  return useQuery({
    queryKey: ['suggestion', id],
    queryFn: ({ signal }) => suggestionsApi.get(id, signal),
    meta: shows({ kind, id }),
  });
}

/** Those about which something was decided, the latest first, page after page. */
export function useDecidedSuggestions(statementId: string) {
  return useInfiniteQuery({
    queryKey: ['suggestions-decided', statementId],
    queryFn: ({ pageParam, signal }) => suggestionsApi.decided(statementId, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: (answer) => answer.pages.flatMap((page) => page.items),
    meta: showsSuggestions(statementId),
  });
}

export const useSuggestionsRefresh = () => useRefresh({ kind });

/** What is done about a suggestion. */
export function useSuggestionActs() {
  const refresh = useSuggestionsRefresh();
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: refresh,
  });
}
