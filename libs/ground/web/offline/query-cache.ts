import { QueryClient } from '@tanstack/react-query';
import { asApiError } from '../api/api-error';
import { isLineUp } from '../news/line';
import { offlineDays } from './kept-answers';

/** Mark of a query whose last answer is kept for a time without network: `meta: keptOffline`. */
export const keptOffline = { keptOffline: true } as const;

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: offlineDays * 86_400_000,
        networkMode: 'offlineFirst',
        // A refusal stays a refusal; only silence is worth another try.
        retry: (count, error) => asApiError(error).isUnreached && navigator.onLine && count < 2,
        // Who hears news does not ask again for having looked away.
        refetchOnWindowFocus: () => !isLineUp(),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
