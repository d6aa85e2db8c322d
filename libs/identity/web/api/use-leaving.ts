import { answerOf, endingOnPurpose } from '@plenary/ground/web';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './identity-api';
import { forgetPerson } from './use-sign-out';

/** Leaves for good: the account is erased, and so is what this device kept. */
export function useLeave() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ personId, password }: { personId: string; password: string }) =>
      endingOnPurpose(async () => {
        await answerOf(api.POST('/api/me/leaving', { body: { password } }));
        await forgetPerson(queries, personId);
      }),
  });
}
