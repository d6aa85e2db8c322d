import { Injectable, type OnModuleInit } from '@nestjs/common';
import { allowedTo } from '@plenary/ground/kernel';
import { Subjects, type SubjectKind } from '@plenary/ground/server';
import { heldBy, StandingService } from '@plenary/organisations/server';
import { mayReadTask } from '@plenary/tasks/domain';
import { TaskDoor } from './task-door.js';
import { TasksRepository } from './tasks.repository.js';

/** TSK-3 for whoever meets a task as `{ kind, id }`. */
@Injectable()
export class TaskSubjects implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly tasks: TasksRepository,
    private readonly door: TaskDoor,
    private readonly standings: StandingService,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this.task);
  }

  private readonly task: SubjectKind = {
    kind: 'task',
    read: async (personId, ids, tx) => {
      const found = await this.tasks.visible(tx, await this.door.readerOf(personId, tx), ids);
      return new Map(found.map(({ id, title }) => [id, title]));
    },
    // Also of one that was deleted: its lists are told.
    readersOf: async (id, personIds, tx) => {
      const task = await this.tasks.find(tx, id);
      if (!task) return new Set();
      const readers = await this.door.readersOf(personIds, tx);
      return new Set(personIds.filter((each) => mayReadTask(readers.get(each)!, task)));
    },
    may: async (personId, permissions, ids, tx) => {
      const reader = await this.door.readerOf(personId, tx);
      const person = (await this.standings.of([personId], tx)).get(personId)!;
      const roles = new Map(reader.groups.map(({ groupId, role }) => [groupId, `group_${role}`]));
      const found = await this.tasks.visible(tx, reader, ids);
      const may = found.filter(({ groupId }) => {
        const role = groupId === null ? undefined : roles.get(groupId);
        const meant = permissions.filter(({ name }) =>
          name.endsWith(groupId === null ? '-coalition' : '-group'),
        );
        return allowedTo(meant, [...heldBy(person), ...roles.values()], role ? [role] : []);
      });
      return new Set(may.map(({ id }) => id));
    },
    link: (id) => `/tasks/${id}`,
  };
}
