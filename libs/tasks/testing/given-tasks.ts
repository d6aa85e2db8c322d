import type { DataSource } from 'typeorm';
import { newId } from '@plenary/ground/kernel';
import type { TaskState } from '@plenary/tasks/domain';
import { TaskEntity, TaskPersonEntity } from '@plenary/tasks/server';

export interface GivenTask {
  /** Null for the coalition's own board. */
  readonly groupId?: string | null;
  /** Who made it; somebody who is nowhere else when absent. */
  readonly by?: string;
  readonly title?: string;
  readonly state?: TaskState;
  readonly people?: readonly string[];
  readonly organisationId?: string | null;
  readonly statementId?: string | null;
}

/** Builders of tasks for tests: rows as the services leave them, without news. */
export function givenTasks(database: DataSource) {
  let count = 0;
  return {
    async task(wanted: GivenTask = {}): Promise<string> {
      const { groupId = null, by = newId(), state = 'to_do', people = [], organisationId = null } = wanted;
      const { title = `Task ${++count}`, statementId = null } = wanted;
      const id = newId();
      const at = new Date();
      await database.manager.insert(TaskEntity, {
        ...{ id, groupId, title, notes: '', state, rank: `b0${String(count).padStart(4, '0')}1` },
        ...{ dueOn: null, dueTime: null, dueZone: null, organisationId, steps: [] },
        ...{ aboutKind: statementId ? ('statement' as const) : null, aboutId: statementId, statementId },
        ...{ paragraphId: null, quote: '', madeBy: by, createdAt: at, changedAt: at },
        ...{ doneAt: state === 'done' ? at : null, deletedAt: null },
      });
      for (const personId of people)
        await database.manager.insert(TaskPersonEntity, { taskId: id, personId, since: at });
      return id;
    },
  };
}
