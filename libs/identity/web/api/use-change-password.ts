import { answerOf } from '@plenary/ground/web';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, sessionsKey } from './identity-api';

/** Changes the password; the server ends the person's other sessions. */
export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { current: string; next: string }) => answerOf(api.PUT('/api/me/password', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionsKey }),
  });
}
