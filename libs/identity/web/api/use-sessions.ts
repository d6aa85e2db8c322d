import { answerOf, shows, useRefresh } from '@plenary/ground/web';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from './identity-api';

/** The devices on which the person is signed in. */
export function useSessions() {
  return useQuery({
    queryKey: ['me', 'sessions'],
    meta: shows({ kind: 'session' }),
    queryFn: ({ signal }) => answerOf(api.GET('/api/me/sessions', { signal })),
    select: (answer) => answer.items,
  });
}

/** Ends the sessions of all devices but this one, and, where asked for, the keys for scripts. */
export function useEndOtherSessions() {
  const refresh = useRefresh({ kind: 'session' }, { kind: 'api-token' });
  return useMutation({
    mutationFn: (withKeys: boolean) =>
      answerOf(api.DELETE('/api/me/sessions', { params: { query: { keys: withKeys ? 'true' : 'false' } } })),
    onSettled: refresh,
  });
}

/** Ends the session of another device. */
export function useEndSession() {
  const refresh = useRefresh({ kind: 'session' });
  return useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/me/sessions/{id}', { params: { path: { id } } })),
    onSettled: refresh,
  });
}
