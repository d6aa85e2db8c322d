import type { QueryClient } from '@tanstack/react-query';
import { demoKey, meKey, type MeView } from './identity-api';

/** Drops all answers but those of public pages, which everybody is given alike. */
export function dropAnswers(queries: QueryClient): void {
  const forEverybody = [meKey, demoKey].map((key) => JSON.stringify(key));
  queries.removeQueries({
    predicate: ({ queryHash, meta }) => !forEverybody.includes(queryHash) && !meta?.['sameForAll'],
  });
}

/**
 * Says who is signed in, and drops every answer that was given to somebody else. Not `clear()`: the door watches
 * `me` while this happens, and a watcher of a removed query hears nothing of its successor.
 */
export function setMe(queries: QueryClient, me: MeView | null): void {
  dropAnswers(queries);
  queries.setQueryData(meKey, me);
}
