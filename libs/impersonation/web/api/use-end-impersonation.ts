import { answerOf, leaveImpersonation, planWayBack, type CurrentImpersonation } from '@plenary/ground/web';
import { useMutation } from '@tanstack/react-query';
import { api } from './impersonation-api';

/** Back to what one sees oneself, at the person's page. */
export function useEndImpersonation() {
  return useMutation({
    mutationFn: ({ id }: CurrentImpersonation) =>
      answerOf(api.DELETE('/api/looks/{id}', { params: { path: { id } } })),
    onMutate: ({ personId }) => planWayBack(`/people/${personId}`),
    // Whatever the server says, this tab impersonates no longer; what is not ended there ends by itself.
    onSettled: () => leaveImpersonation(),
  });
}
