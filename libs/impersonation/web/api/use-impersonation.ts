import { answerOf, commandHeaders, enterImpersonation } from '@plenary/ground/web';
import { useMutation } from '@tanstack/react-query';
import { api } from './impersonation-api';

/** Sees Plenary as this person does: the tab is loaded anew as theirs, reading only (ORG-20). */
export function useBeginImpersonation(personId: string) {
  return useMutation({
    mutationFn: (reason: string) => {
      const params = { path: { id: personId } };
      const headers = commandHeaders();
      return answerOf(api.POST('/api/people/{id}/looks', { params, headers, body: { reason } }));
    },
    onSuccess: enterImpersonation,
  });
}
