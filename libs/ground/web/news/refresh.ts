import type { Followed } from '@plenary/ground/realtime/protocol';
import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { devicePerson } from '../session/device-person';
import { currentImpersonation } from '../session/impersonation';
import { holds, shownBy } from './shown';

/** Asks anew for all that is on screen of these subjects; what is not on screen is asked for when it is opened. */
export function refresh(
  queries: QueryClient,
  subjects: readonly Followed[],
  me: string | null = currentImpersonation()?.personId ?? devicePerson(),
): Promise<void> {
  const about = subjects.map((each) => (each.id === 'me' ? { ...each, id: me ?? 'me' } : each));
  return askAnew(queries, (query) =>
    shownBy(query, me).some((shown) => about.some((each) => holds(shown, each))),
  );
}

/**
 * Everything on screen, or what `concerned` says. The library lets a first question go on that was asked before the
 * news: its answer may be of before, too, so it is asked once more.
 */
export async function askAnew(
  queries: QueryClient,
  concerned: (query: Query) => boolean = () => true,
): Promise<void> {
  const first = queries
    .getQueryCache()
    .findAll({ predicate: concerned, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined);
  await Promise.all([
    queries.invalidateQueries({ predicate: concerned }),
    ...first.map(async (query) => {
      await query.fetch().catch(() => undefined);
      await queries.invalidateQueries({ predicate: (each) => each === query });
    }),
  ]);
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
    return about.length > 0 ? refresh(queries, about) : askAnew(queries);
  }, [queries, said]);
}
