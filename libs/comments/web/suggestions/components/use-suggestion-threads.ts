import type { ThreadPlaceView } from '@plenary/comments/domain';
import { useMemo } from 'react';
import { usePlaces } from '../../threads/api/use-places';

export type ThreadsOf = (suggestionId: string) => readonly ThreadPlaceView[];

const none: readonly ThreadPlaceView[] = [];

/** COM-13: what people say about each suggestion on a statement, the thread that was begun first in front. */
export function useSuggestionThreads(statementId: string): ThreadsOf {
  const { data } = usePlaces(statementId);
  return useMemo(() => {
    const found = new Map<string, ThreadPlaceView[]>();
    for (const thread of data ?? none) {
      const { suggestionId } = thread.place;
      if (suggestionId) found.set(suggestionId, [...(found.get(suggestionId) ?? []), thread]);
    }
    return (id) => found.get(id) ?? none;
  }, [data]);
}
