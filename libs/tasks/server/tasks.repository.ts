import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import {
  coalitionWorkers,
  type GuardedTask,
  type TaskOwner,
  type TaskReader,
  type TaskState,
} from '@plenary/tasks/domain';
import { isCoordinator } from '@plenary/organisations/domain';
import { TaskPersonEntity } from './entities/task-person.entity.js';
import { TaskEntity } from './entities/task.entity.js';

/** A task with those who are responsible for it by name. */
export interface TaskRow extends TaskEntity, GuardedTask {
  readonly groupId: string | null;
  readonly organisationId: string | null;
  readonly madeBy: string;
}

export interface TaskFilter {
  readonly mine: boolean;
  readonly state: TaskState | 'open' | null;
  /** Of one board; undefined for all that the reader may read. */
  readonly owner: TaskOwner | undefined;
  readonly after: { readonly dueOn: string; readonly id: string } | null;
  readonly limit: number;
}

/** The ranks of two neighbours; null where there is none. */
export type Between = readonly [before: string | null, behind: string | null];

/** What has no due date comes last. */
export const noDay = '9999-12-31';
const dueOrLast = `COALESCE(t.dueOn, '${noDay}')`;

/** Queries on tasks. Those that were deleted are in none but `find` and `findLocked`. */
@Injectable()
export class TasksRepository {
  /** What the reader may read, by due date; asks for one more than `limit`. */
  async list(tx: EntityManager, reader: TaskReader, filter: TaskFilter): Promise<TaskRow[]> {
    const found = this.readable(tx, reader);
    if (filter.mine) found.andWhere(`(${mine})`);
    if (filter.state === 'open') found.andWhere(`t.state <> 'done'`);
    else if (filter.state) found.andWhere('t.state = :state', { state: filter.state });
    if (filter.owner) found.andWhere(...onBoard(filter.owner));
    if (filter.after)
      found.andWhere(`(${dueOrLast}, t.id) > (CAST(:dueOn AS date), :afterId)`, {
        ...{ dueOn: filter.after.dueOn, afterId: filter.after.id },
      });
    const rows = await found
      .orderBy(dueOrLast)
      .addOrderBy('t.id')
      .limit(filter.limit + 1)
      .getMany();
    return this.withPeople(tx, rows);
  }

  /** Cards that are not done, in the order of their columns. */
  async openCards(tx: EntityManager, owner: TaskOwner, most: number): Promise<TaskRow[]> {
    const found = this.living(tx)
      .andWhere(...onBoard(owner))
      .andWhere(`t.state <> 'done'`);
    return this.withPeople(
      tx,
      await found.orderBy('t.state').addOrderBy('t.rank').addOrderBy('t.id').limit(most).getMany(),
    );
  }

  /** Those that were done last. */
  async doneCards(tx: EntityManager, owner: TaskOwner, most: number): Promise<TaskRow[]> {
    const found = this.living(tx)
      .andWhere(...onBoard(owner))
      .andWhere(`t.state = 'done'`);
    return this.withPeople(
      tx,
      await found.orderBy('t.doneAt', 'DESC').addOrderBy('t.id').limit(most).getMany(),
    );
  }

  count(tx: EntityManager, owner: TaskOwner, state: 'open' | 'done'): Promise<number> {
    const found = this.living(tx).andWhere(...onBoard(owner));
    return found.andWhere(`t.state ${state === 'done' ? '=' : '<>'} 'done'`).getCount();
  }

  /** About a statement, its paragraphs, threads and suggestions, as far as the reader may read them. */
  async about(tx: EntityManager, reader: TaskReader, statementId: string, most: number): Promise<TaskRow[]> {
    const found = this.readable(tx, reader).andWhere('t.statementId = :statementId', { statementId });
    return this.withPeople(
      tx,
      await found.orderBy(`t.state = 'done'`).addOrderBy(dueOrLast).addOrderBy('t.id').limit(most).getMany(),
    );
  }

  /** Also one that was deleted. */
  async find(tx: EntityManager, id: string): Promise<TaskRow | null> {
    return (await this.findMany(tx, [id]))[0] ?? null;
  }

  /** Also those that were deleted. */
  async findMany(tx: EntityManager, ids: readonly string[]): Promise<TaskRow[]> {
    return this.withPeople(tx, await tx.findBy(TaskEntity, { id: In([...ids]) }));
  }

  /** Also one that was deleted. The row is locked, so that changes of one task follow one another. */
  async findLocked(tx: EntityManager, id: string): Promise<TaskRow | null> {
    const found = await tx.findOne(TaskEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return found && (await this.withPeople(tx, [found]))[0]!;
  }

  /** Cards of one board are put in their places one after another, until this transaction ends. */
  async lockBoard(tx: EntityManager, { groupId }: TaskOwner): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`task-board:${groupId ?? ''}`]);
  }

  /**
   * The ranks between which a card comes to stand behind `after` in a column, or in front of all without one; behind
   * all where `after` is not in that column any more.
   */
  async neighbours(
    tx: EntityManager,
    owner: TaskOwner,
    {
      state,
      after,
      moved,
    }: { readonly state: TaskState; readonly after: string | null; readonly moved: string },
  ): Promise<Between> {
    const column = this.column(tx, owner, state, moved);
    if (after === null) return [null, await rankOf(column, 'ASC')];
    const known = await column.clone().andWhere('t.id = :after', { after }).getOne();
    if (!known) return this.lastPlace(tx, owner, state, moved);
    return [known.rank, await rankOf(column.andWhere('t.rank > :rank', { rank: known.rank }), 'ASC')];
  }

  /** Behind all others of a column. */
  async lastPlace(tx: EntityManager, owner: TaskOwner, state: TaskState, moved: string): Promise<Between> {
    return [await rankOf(this.column(tx, owner, state, moved), 'DESC'), null];
  }

  private column(
    tx: EntityManager,
    owner: TaskOwner,
    state: TaskState,
    moved: string,
  ): SelectQueryBuilder<TaskEntity> {
    return this.living(tx)
      .andWhere(...onBoard(owner))
      .andWhere('t.state = :column AND t.id <> :moved', { column: state, moved });
  }

  async insert(tx: EntityManager, task: TaskEntity): Promise<void> {
    await tx.insert(TaskEntity, task as never);
  }

  async update(tx: EntityManager, id: string, changed: Partial<TaskEntity>): Promise<void> {
    await tx.update(TaskEntity, { id }, changed as never);
  }

  async setPeople(
    tx: EntityManager,
    taskId: string,
    personIds: readonly string[],
    since: Date,
  ): Promise<void> {
    await tx.delete(TaskPersonEntity, { taskId });
    await tx.insert(
      TaskPersonEntity,
      personIds.map((personId) => ({ taskId, personId, since })),
    );
  }

  /** What they are called, for whoever may read them. */
  async visible(tx: EntityManager, reader: TaskReader, ids: readonly string[]): Promise<TaskEntity[]> {
    return this.readable(tx, reader).andWhere('t.id = ANY(:ids)', { ids }).getMany();
  }

  private living(tx: EntityManager): SelectQueryBuilder<TaskEntity> {
    return tx.getRepository(TaskEntity).createQueryBuilder('t').where('t.deletedAt IS NULL');
  }

  /** `mayReadTask` as a condition, so that a list costs one query; a room spec compares both. */
  private readable(tx: EntityManager, { standing, groups }: TaskReader): SelectQueryBuilder<TaskEntity> {
    const found = this.living(tx).setParameters({
      me: standing.personId,
      myOrganisations: standing.organisationIds,
      myGroups: groups.map(({ groupId }) => groupId),
    });
    if (isCoordinator(standing)) return found;
    const works = standing.coalitionRoles.some((role) => coalitionWorkers.includes(role));
    const onMyBoards = `t.groupId = ANY(:myGroups)${works ? ' OR t.groupId IS NULL' : ''}`;
    return found.andWhere(`(${onMyBoards} OR ${mine})`);
  }

  private async withPeople(tx: EntityManager, tasks: readonly TaskEntity[]): Promise<TaskRow[]> {
    const rows = await tx
      .getRepository(TaskPersonEntity)
      .createQueryBuilder('p')
      .where('p.taskId = ANY(:ids)', { ids: tasks.map(({ id }) => id) })
      .orderBy('p.since')
      .addOrderBy('p.personId')
      .getMany();
    const byTask = new Map<string, string[]>(tasks.map(({ id }) => [id, []]));
    for (const { taskId, personId } of rows) byTask.get(taskId)!.push(personId);
    return tasks.map((task) => ({ ...task, personIds: byTask.get(task.id)! }));
  }
}

/** TSK-4, for the parameters of `readable`. */
const mine = `t.organisationId = ANY(:myOrganisations)
  OR EXISTS (SELECT FROM task_person p WHERE p.task_id = t.id AND p.person_id = :me)`;

const onBoard = ({ groupId }: TaskOwner): [string, Record<string, unknown>] =>
  groupId === null ? ['t.groupId IS NULL', {}] : ['t.groupId = :boardOf', { boardOf: groupId }];

/** The first or the last rank of a column. */
const rankOf = async (
  column: SelectQueryBuilder<TaskEntity>,
  order: 'ASC' | 'DESC',
): Promise<string | null> =>
  (await column.clone().orderBy('t.rank', order).addOrderBy('t.id', order).limit(1).getOne())?.rank ?? null;
