import { say } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import type { Task } from './tasks-api';
import { useSetState } from './use-task-acts';

/** Ticks a task off, or opens it again, and says so with a way back; for what has the words of this room's pages. */
export function useTick({ id, title, state }: Pick<Task, 'id' | 'title' | 'state'>) {
  const { t } = useTranslation('tasks');
  const set = useSetState(id);
  const isDone = state === 'done';
  const tick = () =>
    set.mutate(isDone ? 'doing' : 'done', {
      onSuccess: () =>
        say(t(isDone ? 'reopened' : 'ticked', { title }), {
          action: { label: t('common:undo'), run: () => set.mutate(state) },
        }),
    });
  return { set, tick };
}
