import { answerOf, commandHeaders, useRefresh } from '@plenary/ground/web';
import type { OwnerKind } from '@plenary/statements/domain';
import { useMutation } from '@tanstack/react-query';
import { api } from './statements-api';

export interface NewStatement {
  readonly title: string;
  readonly ownerKind: OwnerKind;
  readonly groupId?: string;
  readonly language: string;
}

/** Begins a statement; answers its id. */
export function useCreateStatement() {
  const refresh = useRefresh({ kind: 'statement' });
  return useMutation({
    mutationFn: async (wanted: NewStatement) => {
      const { id } = await answerOf(
        api.POST('/api/statements', { headers: commandHeaders(), body: { ...wanted } }),
      );
      return id;
    },
    onSuccess: refresh,
  });
}
