import { Injectable } from '@nestjs/common';
import { generateKeyBetween } from 'fractional-indexing';
import { Clock, newId, type Actor } from '@plenary/ground/kernel';
import { RateLimits, UnitOfWork } from '@plenary/ground/server';
import {
  checkedDue,
  checkedNotes,
  checkedTitle,
  failTask,
  leadsTasks,
  taskAdded,
  taskAssigned,
  taskLimits,
  taskSubject,
  type TaskDetailView,
} from '@plenary/tasks/domain';
import { AboutService } from './about.service.js';
import { ResponsibleService } from './responsible.service.js';
import { TaskDoor } from './task-door.js';
import type { AddTaskDto } from './tasks.dto.js';
import { TasksRepository } from './tasks.repository.js';
import { TasksService } from './tasks.service.js';
import { takeTaskLimit } from './writing-limits.js';

/** New tasks. */
@Injectable()
export class MakingTasks {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly door: TaskDoor,
    private readonly tasks: TasksRepository,
    private readonly reading: TasksService,
    private readonly responsible: ResponsibleService,
    private readonly about: AboutService,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** TSK-1 to TSK-7; behind all that is to do. With an id that the caller's device made, a second arrival adds nothing. */
  async add(actor: Actor, dto: AddTaskDto): Promise<TaskDetailView> {
    await takeTaskLimit(this.limits, actor);
    const owner = { groupId: dto.groupId ?? null };
    // Reads other rooms, which take no transaction of ours.
    const about = await this.about.read(actor, dto.about);
    const { personIds, organisationId } = dto.responsible ?? { personIds: [], organisationId: null };
    const { id } = await this.unit.run(actor, async (tx) => {
      const reader = await this.door.openBoard(actor, owner, tx.manager);
      const id = dto.id ?? newId();
      const known = dto.id === undefined ? null : await this.tasks.find(tx.manager, id);
      if (known) return known.madeBy === actor.personId ? { id } : failTask('task.id-taken');
      const onlyMe = organisationId === null && personIds.every((each) => each === actor.personId);
      if (!leadsTasks(reader, owner) && !onlyMe) return failTask('task.forbidden');
      await this.responsible.check(tx.manager, actor, { personIds, organisationId });
      await this.tasks.lockBoard(tx.manager, owner);
      const { cards: maximum } = taskLimits;
      if ((await this.tasks.count(tx.manager, owner, 'open')) >= maximum)
        return failTask('task.too-many', { maximum });
      const between = await this.tasks.lastPlace(tx.manager, owner, 'to_do', id);
      const now = new Date(this.clock.now());
      const due = dto.due ? checkedDue(dto.due) : { on: null, time: null, zone: null };
      await this.tasks.insert(tx.manager, {
        ...{ id, ...owner, title: checkedTitle(dto.title), notes: checkedNotes(dto.notes ?? '') },
        ...{ state: 'to_do' as const, rank: generateKeyBetween(...between) },
        ...{ dueOn: due.on, dueTime: due.time, dueZone: due.zone, organisationId, steps: [], ...about },
        ...{ madeBy: actor.personId, createdAt: now, changedAt: now, doneAt: null, deletedAt: null },
      });
      await this.tasks.setPeople(tx.manager, id, personIds, now);
      await tx.events.append(taskAdded(taskSubject(id), owner));
      if (personIds.length > 0 || organisationId !== null)
        await tx.events.append(taskAssigned(taskSubject(id), { personIds, released: [] }));
      return { id };
    });
    return this.reading.get(actor, id);
  }
}
