import { answerOf, keptOffline, shows } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api } from './tasks-api';

/** One task with its notes and its checklist. */
export function useTask(id: string) {
  return useQuery({
    queryKey: ['task', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/tasks/{id}', { params: { path: { id } }, signal })),
    meta: { ...keptOffline, ...shows({ kind: 'task', id }) },
  });
}
