import { answerOf, commandHeaders, shows, useRefresh } from '@plenary/ground/web';
import type { TokenScope } from '@plenary/identity/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from './identity-api';

/** The person's API tokens; never the tokens themselves. */
export function useTokens() {
  return useQuery({
    queryKey: ['me', 'tokens'],
    // A token ends as a session does.
    meta: shows({ kind: 'api-token' }, { kind: 'session' }),
    queryFn: ({ signal }) => answerOf(api.GET('/api/me/tokens', { signal })),
    select: (answer) => answer.items,
  });
}

/** Makes a token; the answer is the only time that it can be read. */
export function useCreateToken() {
  const refresh = useRefresh({ kind: 'api-token' });
  return useMutation({
    mutationFn: (body: { name: string; scope: TokenScope; expiresInDays: number; password: string }) =>
      answerOf(api.POST('/api/me/tokens', { body, headers: commandHeaders() })),
    onSuccess: refresh,
  });
}

/** Withdraws a token; scripts that use it are refused from then on. */
export function useRevokeToken() {
  const refresh = useRefresh({ kind: 'api-token' });
  return useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/me/tokens/{id}', { params: { path: { id } } })),
    onSettled: refresh,
  });
}
