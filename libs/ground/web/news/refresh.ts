import type { Followed } from '@plenary/ground/realtime/protocol';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { devicePerson } from '../session/device-person';
import { currentLook } from '../session/look';
import { holds, shownBy } from './shown';

/** Asks anew for all that is on screen of these subjects; what is not on screen is asked for when it is opened. */
export function refresh(
  queries: QueryClient,
  subjects: readonly Followed[],
  me: string | null = currentLook()?.personId ?? devicePerson(),
): Promise<void> {
  const about = subjects.map((each) => (each.id === 'me' ? { ...each, id: me ?? 'me' } : each));
  return queries.invalidateQueries({
    predicate: (query) => shownBy(query, me).some((shown) => about.some((each) => holds(shown, each))),
  });
}

/**
 * For after one's own act: `onSuccess: useRefresh({ kind: 'group', id })`. The event brings the same to everybody who
 * may know; whoever acted does not wait for it, and sees what they did where news cannot come. Without a subject
 * everything is asked for anew.
 */
export function useRefresh(...subjects: readonly Followed[]): () => Promise<void> {
  const queries = useQueryClient();
  const said = JSON.stringify(subjects);
  return useCallback(() => {
    const about = JSON.parse(said) as Followed[];
    return about.length > 0 ? refresh(queries, about) : queries.invalidateQueries();
  }, [queries, said]);
}
