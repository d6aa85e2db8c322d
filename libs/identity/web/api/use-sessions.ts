import { answerOf } from '@plenary/ground/web';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, sessionsKey, tokensKey } from './identity-api';

/** The devices on which the person is signed in. */
export function useSessions() {
  return useQuery({
    queryKey: sessionsKey,
    queryFn: ({ signal }) => answerOf(api.GET('/api/me/sessions', { signal })),
    select: (answer) => answer.items,
  });
}

/** Ends the sessions of all devices but this one, and, where asked for, the keys for scripts. */
export function useEndOtherSessions() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (withKeys: boolean) =>
      answerOf(api.DELETE('/api/me/sessions', { params: { query: { keys: withKeys ? 'true' : 'false' } } })),
    onSettled: () =>
      Promise.all([sessionsKey, tokensKey].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

/** Ends the session of another device. */
export function useEndSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/me/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsKey }),
  });
}
