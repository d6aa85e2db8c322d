import type { InStatement } from '@plenary/statements/web';
import type { ReactNode } from 'react';
import { useStatementTasks } from '../api/use-tasks-beside';
import { useBoards } from '../api/use-boards';

/** The panel is for those who may add a task, and where there is one. */
export function ForTasks({ statement, children }: InStatement & { children: ReactNode }) {
  const { data: tasks } = useStatementTasks(statement.id);
  const boards = useBoards();
  return boards.length > 0 || (tasks && tasks.length > 0) ? children : null;
}
