import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, List, Page } from '@plenary/ground/kernel';
import { cursorOf, pageOf, readCursor } from '@plenary/ground/server';
import { StatementsDoor } from '@plenary/statements/server';
import {
  leadsTasks,
  taskLimits,
  type BoardView,
  type TaskDetailView,
  type TaskOwner,
  type TaskView,
} from '@plenary/tasks/domain';
import { TaskDoor } from './task-door.js';
import type { ListTasksDto } from './tasks.dto.js';
import { TasksPresenter } from './tasks.presenter.js';
import { noDay, TasksRepository } from './tasks.repository.js';

/** Reading tasks. */
@Injectable()
export class TasksService {
  constructor(
    private readonly database: DataSource,
    private readonly door: TaskDoor,
    private readonly tasks: TasksRepository,
    private readonly presenter: TasksPresenter,
    private readonly statements: StatementsDoor,
  ) {}

  /** TSK-3: what the caller may not read is on no page. Those due first come first. */
  async list(actor: Actor, dto: ListTasksDto): Promise<Page<TaskView>> {
    const tx = this.database.manager;
    const reader = await this.door.readerOf(actor.personId);
    const found = await this.tasks.list(tx, reader, {
      mine: dto.mine === 'true',
      state: dto.state ?? null,
      owner: dto.groupId === undefined ? undefined : { groupId: dto.groupId },
      after: readCursor(dto.cursor, ['dueOn', 'id']),
      limit: dto.limit,
    });
    const page = pageOf(found, dto.limit, ({ dueOn, id }) => cursorOf({ dueOn: dueOn ?? noDay, id }));
    return { ...page, items: await this.presenter.present(tx, reader, page.items) };
  }

  async board(actor: Actor, owner: TaskOwner): Promise<BoardView> {
    const tx = this.database.manager;
    const reader = await this.door.openBoard(actor, owner);
    const { cards, doneCards } = taskLimits;
    const open = await this.tasks.openCards(tx, owner, cards);
    const done = await this.tasks.doneCards(tx, owner, doneCards);
    const doneInAll = done.length < doneCards ? done.length : await this.tasks.count(tx, owner, 'done');
    return {
      cards: await this.presenter.present(tx, reader, [...open, ...done]),
      doneBefore: doneInAll - done.length,
      may: { add: true, lead: leadsTasks(reader, owner) },
    };
  }

  /** TSK-7: beside a statement that the caller may read. */
  async aboutStatement(actor: Actor, statementId: string): Promise<List<TaskView>> {
    const tx = this.database.manager;
    await this.statements.open(actor, statementId);
    const reader = await this.door.readerOf(actor.personId);
    const found = await this.tasks.about(tx, reader, statementId, taskLimits.aboutStatement);
    return { items: await this.presenter.present(tx, reader, found) };
  }

  async get(actor: Actor, id: string): Promise<TaskDetailView> {
    const { task, reader } = await this.door.open(actor, id);
    return this.presenter.presentDetail(this.database.manager, reader, task);
  }
}
