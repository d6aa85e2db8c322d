import { answerOf, useRefresh } from '@plenary/ground/web';
import { useMutation } from '@tanstack/react-query';
import { api } from './identity-api';

/** Changes the password; the server ends the person's other sessions. */
export function useChangePassword() {
  const refresh = useRefresh({ kind: 'session' });
  return useMutation({
    mutationFn: (body: { current: string; next: string }) => answerOf(api.PUT('/api/me/password', { body })),
    onSuccess: refresh,
  });
}
