import { answerOf, commandHeaders, useRefresh } from '@plenary/ground/web';
import { reachSubject } from '@plenary/organisations/domain';
import { useMutation } from '@tanstack/react-query';
import { api } from './organisations-api';

/** Writes once more to those who have not come yet. Answers to whom; the others had an e-mail of late. */
export function useWriteAgain() {
  const refresh = useRefresh(reachSubject);
  return useMutation({
    mutationFn: (personIds: string[]) =>
      answerOf(api.POST('/api/people/letters', { headers: commandHeaders(), body: { personIds } })),
    onSettled: refresh,
  });
}
