import { answerOf, commandHeaders } from '@plenary/ground/web';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './organisations-api';

/** Writes once more to those who have not come yet. Answers to whom; the others had a letter of late. */
export function useWriteAgain() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (personIds: string[]) =>
      answerOf(api.POST('/api/people/letters', { headers: commandHeaders(), body: { personIds } })),
    onSettled: () =>
      Promise.all(
        [['people'], ['person'], ['organisation']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
}
