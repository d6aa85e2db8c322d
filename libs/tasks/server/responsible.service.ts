import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, type Actor } from '@plenary/ground/kernel';
import { RateLimits, Subjects, UnitOfWork, type Transaction } from '@plenary/ground/server';
import {
  failTask,
  mayAssignTask,
  mayGiveBackTask,
  mayTakeTask,
  taskAssigned,
  taskSubject,
  type TaskDetailView,
} from '@plenary/tasks/domain';
import { TaskDoor } from './task-door.js';
import type { ResponsibleDto } from './tasks.dto.js';
import { TasksRepository, type TaskRow } from './tasks.repository.js';
import { TasksService } from './tasks.service.js';
import { takeTaskLimit } from './writing-limits.js';

/** TSK-4: who is responsible for a task. */
@Injectable()
export class ResponsibleService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly door: TaskDoor,
    private readonly tasks: TasksRepository,
    private readonly reading: TasksService,
    private readonly subjects: Subjects,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  async assign(actor: Actor, id: string, dto: ResponsibleDto): Promise<TaskDetailView> {
    await takeTaskLimit(this.limits, actor);
    await this.unit.run(actor, async (tx) => {
      const { task, reader } = await this.door.openLocked(tx, actor, id);
      if (!mayAssignTask(reader, task)) return failTask('task.forbidden');
      await this.check(tx.manager, actor, dto);
      await this.set(tx, task, dto.personIds, dto.organisationId);
    });
    return this.reading.get(actor, id);
  }

  async take(actor: Actor, id: string): Promise<TaskDetailView> {
    await takeTaskLimit(this.limits, actor);
    await this.unit.run(actor, async (tx) => {
      const { task, reader } = await this.door.openLocked(tx, actor, id);
      const { personId } = actor;
      if (task.personIds.includes(personId)) return;
      if (!mayTakeTask(reader, task))
        return failTask(task.personIds.length > 0 ? 'task.taken' : 'task.forbidden');
      await this.set(tx, task, [...task.personIds, personId], task.organisationId);
    });
    return this.reading.get(actor, id);
  }

  /** Whoever gives it back may not be able to read it any more. */
  async giveBack(actor: Actor, id: string): Promise<void> {
    await takeTaskLimit(this.limits, actor);
    await this.unit.run(actor, async (tx) => {
      const { task, reader } = await this.door.openLocked(tx, actor, id);
      if (!mayGiveBackTask(reader, task)) return failTask('task.forbidden');
      const left = task.personIds.filter((each) => each !== actor.personId);
      await this.set(tx, task, left, task.organisationId);
    });
  }

  /** Refuses people and organisations that the caller may not find. */
  async check(tx: EntityManager, { personId }: Actor, dto: ResponsibleDto): Promise<void> {
    const people = await this.subjects.mayRead(personId, 'person', dto.personIds, tx);
    if (dto.personIds.some((id) => !people.has(id))) failTask('task.person-unknown');
    if (dto.organisationId === null) return;
    const found = await this.subjects.mayRead(personId, 'organisation', [dto.organisationId], tx);
    if (!found.has(dto.organisationId)) failTask('task.organisation-unknown');
  }

  private async set(
    tx: Transaction,
    task: TaskRow,
    personIds: readonly string[],
    organisationId: string | null,
  ): Promise<void> {
    const isAsItWas =
      organisationId === task.organisationId &&
      personIds.length === task.personIds.length &&
      personIds.every((id) => task.personIds.includes(id));
    if (isAsItWas) return;
    const now = new Date(this.clock.now());
    await this.tasks.update(tx.manager, task.id, { organisationId, changedAt: now });
    await this.tasks.setPeople(tx.manager, task.id, personIds, now);
    const released = task.personIds.filter((id) => !personIds.includes(id));
    const given = personIds.filter((id) => !task.personIds.includes(id));
    await tx.events.append(taskAssigned(taskSubject(task.id), { personIds: given, released }));
  }
}
