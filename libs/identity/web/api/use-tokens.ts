import { answerOf, commandHeaders } from '@plenary/ground/web';
import type { TokenScope } from '@plenary/identity/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, tokensKey } from './identity-api';

/** The person's API tokens; never the tokens themselves. */
export function useTokens() {
  return useQuery({
    queryKey: tokensKey,
    queryFn: ({ signal }) => answerOf(api.GET('/api/me/tokens', { signal })),
    select: (answer) => answer.items,
  });
}

/** Makes a token; the answer is the only time that it can be read. */
export function useCreateToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; scope: TokenScope; expiresInDays: number; password: string }) =>
      answerOf(api.POST('/api/me/tokens', { body, headers: commandHeaders() })),
    onSuccess: () => queries.invalidateQueries({ queryKey: tokensKey }),
  });
}

/** Withdraws a token; scripts that use it are refused from then on. */
export function useRevokeToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/me/tokens/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: tokensKey }),
  });
}
