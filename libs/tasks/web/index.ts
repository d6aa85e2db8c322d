import { inside, withWords } from '@plenary/ground/web';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

const GroupBoardPage = lazyRouteComponent(
  withWords(['tasks'], () => import('./pages/BoardPage')),
  'GroupBoardPage',
);
const CoalitionBoardPage = lazyRouteComponent(
  withWords(['tasks'], () => import('./pages/BoardPage')),
  'CoalitionBoardPage',
);
const MyTasksPage = lazyRouteComponent(
  withWords(['tasks'], () => import('./pages/MyTasksPage')),
  'MyTasksPage',
);
const TaskPage = lazyRouteComponent(
  withWords(['tasks'], () => import('./pages/TaskPage')),
  'TaskPage',
);
const MyTasksLink = lazyRouteComponent(
  withWords(['tasks'], () => import('./components/MyTasksLink')),
  'MyTasksLink',
);
/** For pages that show something of which a task can be made. */
export const AddTask = lazyRouteComponent(
  withWords(['tasks'], () => import('./components/AddTask')),
  'AddTask',
);

export const tasksRoom = {
  inside: [
    createRoute({ ...inside('/tasks'), component: MyTasksPage }),
    createRoute({ ...inside('/tasks/board'), component: CoalitionBoardPage }),
    createRoute({ ...inside('/tasks/$id'), component: TaskPage }),
    createRoute({ ...inside('/groups/$id/tasks'), component: GroupBoardPage }),
  ],
  outside: [],
  ways: [MyTasksLink],
} as const;
