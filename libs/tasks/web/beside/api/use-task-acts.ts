import { answerOf, commandHeaders, useRefresh, type components } from '@plenary/ground/web';
import type { TaskState } from '@plenary/tasks/domain';
import { useMutation } from '@tanstack/react-query';
import { api } from './tasks-api';

/** After it was done or refused, what is on the screen of tasks is asked for anew. */
function useAct<Said, Answer>(mutationFn: (said: Said) => Promise<Answer>) {
  const onSettled = useRefresh({ kind: 'task' });
  return useMutation({ mutationFn, onSettled });
}

export const useMakeTask = () =>
  useAct((body: components['schemas']['AddTaskDto']) =>
    answerOf(api.POST('/api/tasks', { body, headers: commandHeaders() })),
  );

export const useTakeTask = (id: string) =>
  useAct(() =>
    answerOf(api.POST('/api/tasks/{id}/take', { params: { path: { id } }, headers: commandHeaders() })),
  );

/** In front of those that are there: what was done last comes first. */
export const useTaskState = (id: string) =>
  useAct((state: TaskState) =>
    answerOf(
      api.PUT('/api/tasks/{id}/place', {
        ...{ params: { path: { id } }, body: { state, after: null } },
        headers: commandHeaders(),
      }),
    ),
  );
