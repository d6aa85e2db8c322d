import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor, RecordedEvent } from '@plenary/ground/kernel';
import { OnEvent, Subjects, UnitOfWork, type Transaction } from '@plenary/ground/server';
import { PersonRecords, type RoomRecords } from '@plenary/identity/server';
import { taskAssigned, taskSubject } from '@plenary/tasks/domain';
import { TaskPersonEntity } from './entities/task-person.entity.js';
import { TaskEntity } from './entities/task.entity.js';

/** TSK-9: what happens to tasks when a person leaves, and when two organisations become one. */
@Injectable()
export class TaskRecords implements RoomRecords, OnModuleInit {
  readonly room = 'tasks';

  constructor(
    private readonly records: PersonRecords,
    private readonly unit: UnitOfWork,
    private readonly subjects: Subjects,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
  }

  exportOf = async (tx: EntityManager, personId: string): Promise<unknown> => {
    const responsible = await tx.findBy(TaskPersonEntity, { personId });
    return {
      responsible,
      tasks: await tx.find(TaskEntity, {
        where: [{ madeBy: personId }, { id: In(responsible.map(({ taskId }) => taskId)) }],
        select: { id: true, title: true, notes: true, state: true, dueOn: true, createdAt: true },
      }),
    };
  };

  /** What they were responsible for is to be given to somebody else. */
  leave = async (tx: Transaction, { personId }: Actor): Promise<void> => {
    for (const { taskId } of await tx.manager.findBy(TaskPersonEntity, { personId })) {
      await tx.manager.delete(TaskPersonEntity, { taskId, personId });
      await tx.events.append(taskAssigned(taskSubject(taskId), { personIds: [], released: [personId] }));
    }
  };

  @OnEvent('organisation.merged')
  async move({ subject }: RecordedEvent): Promise<void> {
    await this.unit.run(null, async ({ manager }) => {
      // Where it is now: by the time that this is told, that one may have been merged, too.
      const moved = await this.subjects.movedTo('organisation', [subject.id], manager);
      const into = moved.get(subject.id)!;
      await manager.update(TaskEntity, { organisationId: subject.id }, { organisationId: into });
    });
  }
}
