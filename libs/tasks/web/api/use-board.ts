import { answerOf, keptOffline, shows } from '@plenary/ground/web';
import { useQuery } from '@tanstack/react-query';
import { api } from './tasks-api';

export const boardKey = (groupId: string | null) => ['task-board', groupId] as const;

/** Cards of a group's board, or, without a group, of the coalition's own. */
export function useBoard(groupId: string | null) {
  return useQuery({
    queryKey: boardKey(groupId),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/task-board', { params: { query: groupId ? { groupId } : {} }, signal })),
    meta: {
      ...keptOffline,
      ...shows({ kind: 'task' }, groupId ? { kind: 'group', id: groupId } : { kind: 'coalition' }),
    },
  });
}
