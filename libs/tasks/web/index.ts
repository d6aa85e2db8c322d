import { inside, withWords } from '@plenary/ground/web';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

export { statementFilling } from './beside/statement-filling';

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

const next = withWords(['tasks-beside'], () => import('./beside/NextTasks'));

/** On home and on the page of a group. */
export const MyTasks = lazyRouteComponent(next, 'MyTasks');
export const GroupTasks = lazyRouteComponent(next, 'GroupTasks');
/** In a thread and on a suggestion. */
export const TasksOfSaid = lazyRouteComponent(
  withWords(['tasks-beside'], () => import('./beside/OfSaid')),
  'OfSaid',
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
