import { answerOf, commandHeaders, useRefresh, type components } from '@plenary/ground/web';
import type { TaskState } from '@plenary/tasks/domain';
import { useMutation } from '@tanstack/react-query';
import { api } from './tasks-api';

type Shapes = components['schemas'];

/** Something done with a task; what shows tasks is asked for anew, whether it was done or refused. */
function useAct<Said, Answer>(mutationFn: (said: Said) => Promise<Answer>) {
  return useMutation({ mutationFn, onSettled: useRefresh({ kind: 'task' }) });
}
const of = (id: string) => ({ params: { path: { id } } });

export const useAddTask = () =>
  useAct((body: Shapes['AddTaskDto']) =>
    answerOf(api.POST('/api/tasks', { body, headers: commandHeaders() })),
  );

export const useChangeTask = (id: string) =>
  useAct((body: Shapes['ChangeTaskDto']) =>
    answerOf(api.PATCH('/api/tasks/{id}', { ...of(id), body, headers: commandHeaders() })),
  );

/** To the end of that column. */
export const useSetState = (id: string) =>
  useAct((state: TaskState) => answerOf(api.PUT('/api/tasks/{id}/place', { ...of(id), body: { state } })));

export const useAssign = (id: string) =>
  useAct((body: Shapes['ResponsibleDto']) =>
    answerOf(api.PUT('/api/tasks/{id}/responsible', { ...of(id), body })),
  );

export const useTake = (id: string) => useAct(() => answerOf(api.POST('/api/tasks/{id}/take', of(id))));

export const useGiveBack = (id: string) =>
  useAct(() => answerOf(api.POST('/api/tasks/{id}/give-back', of(id))));

export const useDelete = (id: string) => useAct(() => answerOf(api.DELETE('/api/tasks/{id}', of(id))));

export const useRestore = (id: string) => useAct(() => answerOf(api.POST('/api/tasks/{id}/restore', of(id))));

/** Adds a step, or changes the one with this id; without words it is taken away. */
export const usePutStep = (taskId: string) =>
  useAct(({ id: stepId, text, isDone }: { id: string; text: string | null; isDone: boolean }) => {
    const params = { path: { id: taskId, stepId } };
    const path = '/api/tasks/{id}/steps/{stepId}' as const;
    return text === null
      ? answerOf(api.DELETE(path, { params }))
      : answerOf(api.PUT(path, { params, body: { text, isDone } }));
  });
