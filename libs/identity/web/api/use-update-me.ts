import type { InterfaceLanguage } from '@plenary/ground/kernel';
import { answerOf } from '@plenary/ground/web';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, meKey } from './identity-api';

/** Changes the person's name or language. */
export function useUpdateMe() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { displayName?: string; language?: InterfaceLanguage }) =>
      answerOf(api.PATCH('/api/me', { body })),
    onSuccess: (me) => queries.setQueryData(meKey, me),
  });
}
