import type { InterfaceLanguage } from '@plenary/ground/kernel';
import { answerOf } from '@plenary/ground/web';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, meKey } from './identity-api';

/** Changes what the person says of themself. */
export function useUpdateMe() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: {
      displayName?: string;
      language?: InterfaceLanguage;
      fullName?: string | null;
      languages?: string[];
      timeZone?: string | null;
    }) => answerOf(api.PATCH('/api/me', { body })),
    onSuccess: (me) => queries.setQueryData(meKey, me),
  });
}
