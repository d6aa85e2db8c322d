import type { EntityList, MigrationList } from '@plenary/ground/server';
import { TaskPersonEntity } from './entities/task-person.entity.js';
import { TaskEntity } from './entities/task.entity.js';
import { Tasks1796125000000 } from './migrations/1796125000000-tasks.js';

export * from './tasks.module.js';
export { ChangingTasks } from './changing-tasks.service.js';
export { MakingTasks } from './making-tasks.service.js';

/** Tables of this room, for the app and tests; they never leave the server. */
export const tasksEntities: EntityList = [TaskEntity, TaskPersonEntity];
export const tasksMigrations: MigrationList = [Tasks1796125000000];
export { TaskEntity, TaskPersonEntity };
