import { Injectable } from '@nestjs/common';
import { generateKeyBetween } from 'fractional-indexing';
import { Clock, oneLine, type Actor } from '@plenary/ground/kernel';
import { RateLimits, UnitOfWork, type Transaction } from '@plenary/ground/server';
import {
  checkedDue,
  checkedNotes,
  checkedTitle,
  failTask,
  mayChangeTask,
  mayWorkOnTask,
  taskChanged,
  taskDeleted,
  taskLimits,
  taskMoved,
  taskSubject,
  type StepView,
  type TaskDetailView,
} from '@plenary/tasks/domain';
import type { TaskEntity } from './entities/task.entity.js';
import { TaskDoor } from './task-door.js';
import type { ChangeTaskDto, MoveTaskDto, PutStepDto } from './tasks.dto.js';
import { TasksRepository, type TaskRow } from './tasks.repository.js';
import { TasksService } from './tasks.service.js';
import { takeTaskLimit } from './writing-limits.js';

/** What becomes of a task. */
@Injectable()
export class ChangingTasks {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly door: TaskDoor,
    private readonly tasks: TasksRepository,
    private readonly reading: TasksService,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  async change(actor: Actor, id: string, dto: ChangeTaskDto): Promise<TaskDetailView> {
    await takeTaskLimit(this.limits, actor);
    await this.unit.run(actor, async (tx) => {
      const { task, reader } = await this.door.openLocked(tx, actor, id);
      if (!mayChangeTask(reader, task)) return failTask('task.forbidden');
      const due = dto.due && checkedDue(dto.due);
      const wanted: Partial<TaskEntity> = {
        ...(dto.title === undefined ? {} : { title: checkedTitle(dto.title) }),
        ...(dto.notes === undefined ? {} : { notes: checkedNotes(dto.notes) }),
        ...(dto.due === undefined
          ? {}
          : { dueOn: due?.on ?? null, dueTime: due?.time ?? null, dueZone: due?.zone ?? null }),
      };
      const changed = (Object.keys(wanted) as (keyof TaskEntity)[]).filter(
        (key) => wanted[key] !== task[key],
      );
      await this.keep(tx, task, wanted, [
        ...new Set(changed.map((key) => (key.startsWith('due') ? 'due' : key))),
      ]);
    });
    return this.reading.get(actor, id);
  }

  /** TSK-6: to a place on its board. */
  async move(actor: Actor, id: string, { state, after }: MoveTaskDto): Promise<TaskDetailView> {
    await takeTaskLimit(this.limits, actor);
    await this.unit.run(actor, async (tx) => {
      const { task, reader } = await this.door.openLocked(tx, actor, id);
      if (!mayWorkOnTask(reader, task)) return failTask('task.forbidden');
      if (after === id) return;
      await this.tasks.lockBoard(tx.manager, task);
      const between =
        after === undefined
          ? await this.tasks.lastPlace(tx.manager, task, state, id)
          : await this.tasks.neighbours(tx.manager, task, { state, after, moved: id });
      const now = new Date(this.clock.now());
      const before = task.state;
      const doneAt = state === 'done' ? (task.doneAt ?? now) : null;
      const rank = generateKeyBetween(...between);
      await this.tasks.update(tx.manager, id, { state, rank, doneAt, changedAt: now });
      const on = state === before ? 'order' : 'state';
      await tx.events.append(taskMoved(taskSubject(id), { state, before, on }));
    });
    return this.reading.get(actor, id);
  }

  /** A step of the checklist; one with an id that is not there is a new one, behind all others. */
  async putStep(actor: Actor, id: string, stepId: string, dto: PutStepDto): Promise<TaskDetailView> {
    return this.changeSteps(actor, id, (steps) => {
      const text = oneLine(dto.text.normalize('NFC'));
      if (text === '') return failTask('task.title-empty');
      const step = { id: stepId, text, isDone: dto.isDone };
      if (steps.some((each) => each.id === stepId))
        return steps.map((each) => (each.id === stepId ? step : each));
      const { steps: maximum } = taskLimits;
      return steps.length < maximum ? [...steps, step] : failTask('task.too-many-steps', { maximum });
    });
  }

  async removeStep(actor: Actor, id: string, stepId: string): Promise<TaskDetailView> {
    return this.changeSteps(actor, id, (steps) => steps.filter((each) => each.id !== stepId));
  }

  /** TSK-10: it can be restored. */
  async delete(actor: Actor, id: string): Promise<void> {
    await takeTaskLimit(this.limits, actor);
    await this.unit.run(actor, async (tx) => {
      const { task, reader } = await this.door.openLocked(tx, actor, id);
      if (!mayChangeTask(reader, task)) return failTask('task.forbidden');
      await this.tasks.update(tx.manager, id, { deletedAt: new Date(this.clock.now()) });
      await tx.events.append(taskDeleted(taskSubject(id), { groupId: task.groupId }));
    });
  }

  /** Behind all others of its column. */
  async restore(actor: Actor, id: string): Promise<TaskDetailView> {
    await takeTaskLimit(this.limits, actor);
    await this.unit.run(actor, async (tx) => {
      const { task, reader } = await this.door.openDeletedLocked(tx, actor, id);
      if (!mayChangeTask(reader, task)) return failTask('task.forbidden');
      await this.tasks.lockBoard(tx.manager, task);
      const between = await this.tasks.lastPlace(tx.manager, task, task.state, id);
      const rank = generateKeyBetween(...between);
      await this.tasks.update(tx.manager, id, { deletedAt: null, rank });
      await tx.events.append(taskChanged(taskSubject(id), { fields: ['restored'] }));
    });
    return this.reading.get(actor, id);
  }

  private async changeSteps(
    actor: Actor,
    id: string,
    change: (steps: readonly StepView[]) => readonly StepView[],
  ): Promise<TaskDetailView> {
    await takeTaskLimit(this.limits, actor);
    await this.unit.run(actor, async (tx) => {
      const { task, reader } = await this.door.openLocked(tx, actor, id);
      if (!mayWorkOnTask(reader, task)) return failTask('task.forbidden');
      const steps = change(task.steps);
      const isAsItWas = JSON.stringify(steps) === JSON.stringify(task.steps);
      await this.keep(tx, task, { steps }, isAsItWas ? [] : ['steps']);
    });
    return this.reading.get(actor, id);
  }

  private async keep(
    tx: Transaction,
    task: TaskRow,
    wanted: Partial<TaskEntity>,
    fields: readonly string[],
  ): Promise<void> {
    if (fields.length === 0) return;
    await this.tasks.update(tx.manager, task.id, { ...wanted, changedAt: new Date(this.clock.now()) });
    await tx.events.append(taskChanged(taskSubject(task.id), { fields }));
  }
}
