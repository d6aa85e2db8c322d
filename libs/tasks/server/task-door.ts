import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import { Subjects, type Transaction } from '@plenary/ground/server';
import { GroupStandingService } from '@plenary/groups/server';
import { StandingService } from '@plenary/organisations/server';
import {
  belongsToBoard,
  failTask,
  mayReadTask,
  type TaskOwner,
  type TaskReader,
} from '@plenary/tasks/domain';
import { TasksRepository, type TaskRow } from './tasks.repository.js';

export interface OpenTask {
  readonly task: TaskRow;
  readonly reader: TaskReader;
}

/** The one place where tasks and boards are opened for somebody, by what they are now. */
@Injectable()
export class TaskDoor {
  constructor(
    private readonly database: DataSource,
    private readonly standings: StandingService,
    private readonly groupStandings: GroupStandingService,
    private readonly subjects: Subjects,
    private readonly tasks: TasksRepository,
  ) {}

  async readerOf(personId: string, tx: EntityManager = this.database.manager): Promise<TaskReader> {
    return (await this.readersOf([personId], tx)).get(personId)!;
  }

  /** Two queries, however many they are. */
  async readersOf(personIds: readonly string[], tx: EntityManager): Promise<Map<string, TaskReader>> {
    const standings = await this.standings.of(personIds, tx);
    const groups = await this.groupStandings.ofAll(
      [...standings.values()].map(({ standing }) => standing),
      tx,
    );
    return new Map([...standings].map(([id, { standing }]) => [id, { standing, groups: groups.get(id)! }]));
  }

  /** TSK-3: refused as unknown to who may not read it; so is one that was deleted. */
  async open(actor: Actor, id: string): Promise<OpenTask> {
    const tx = this.database.manager;
    return this.judged(await this.tasks.find(tx, id), actor, tx);
  }

  /** For writing. */
  async openLocked(tx: Transaction, actor: Actor, id: string): Promise<OpenTask> {
    return this.judged(await this.tasks.findLocked(tx.manager, id), actor, tx.manager);
  }

  /** As `openLocked`, for one that was deleted. */
  async openDeletedLocked(tx: Transaction, actor: Actor, id: string): Promise<OpenTask> {
    const task = await this.tasks.findLocked(tx.manager, id);
    return this.judged(task && { ...task, deletedAt: null }, actor, tx.manager);
  }

  /** TSK-2: of a group that does not exist, and for who does not belong there, it is refused alike. */
  async openBoard(
    actor: Actor,
    owner: TaskOwner,
    tx: EntityManager = this.database.manager,
  ): Promise<TaskReader> {
    const reader = await this.readerOf(actor.personId, tx);
    const isThere =
      owner.groupId === null ||
      (await this.subjects.mayRead(actor.personId, 'group', [owner.groupId], tx)).has(owner.groupId);
    return isThere && belongsToBoard(reader, owner) ? reader : failTask('task.forbidden');
  }

  private async judged(task: TaskRow | null, actor: Actor, tx: EntityManager): Promise<OpenTask> {
    const reader = await this.readerOf(actor.personId, tx);
    if (!task || task.deletedAt || !mayReadTask(reader, task)) return failTask('task.not-found');
    return { task, reader };
  }
}
