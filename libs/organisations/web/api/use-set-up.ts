import { answerOf, type components, useRefresh } from '@plenary/ground/web';
import { useMutation } from '@tanstack/react-query';
import { api } from './organisations-api';

/** Creates the coalition and its first coordinator, with the code of the terminal. */
export function useSetUp() {
  const refresh = useRefresh({ kind: 'coalition' });
  return useMutation({
    mutationFn: (body: components['schemas']['SetUpDto']) => answerOf(api.POST('/api/set-up', { body })),
    onSuccess: refresh,
  });
}
