import { answerOf, leaveLook, planWayBack, type CurrentLook } from '@plenary/ground/web';
import { useMutation } from '@tanstack/react-query';
import { api } from './looks-api';

/** Back to what one sees oneself, at the person's page. */
export function useEndLook() {
  return useMutation({
    mutationFn: ({ id }: CurrentLook) =>
      answerOf(api.DELETE('/api/looks/{id}', { params: { path: { id } } })),
    onMutate: ({ personId }) => planWayBack(`/people/${personId}`),
    // Whatever the server says, this tab looks no longer; what is not ended there ends by itself.
    onSettled: () => leaveLook(),
  });
}
