import type { GroupRole, GroupStanding } from '@plenary/groups/domain';
import { isCoordinator, type CoalitionRole, type Standing } from '@plenary/organisations/domain';

/** A person before tasks: roles, organisations, groups. */
export interface TaskReader {
  readonly standing: Standing;
  readonly groups: readonly GroupStanding[];
}

/** Whose board: one working group's, or, without a group, the coalition's. */
export interface TaskOwner {
  readonly groupId: string | null;
}

/** As much of a task as rights follow from. */
export interface GuardedTask extends TaskOwner {
  readonly madeBy: string;
  /** Those who are responsible by name. */
  readonly personIds: readonly string[];
  /** The organisation that is responsible; any of its people may take and finish the task. */
  readonly organisationId: string | null;
}

/** Who works on the coalition's own board, besides coordinators (TSK-2). */
export const coalitionWorkers: readonly CoalitionRole[] = ['penholder', 'facilitator', 'translator'];

const roleIn = ({ groups }: TaskReader, groupId: string): GroupRole | null =>
  groups.find((each) => each.groupId === groupId)?.role ?? null;

/** TSK-2: coordinators lead everywhere, leads in their group. */
export const leadsTasks = (reader: TaskReader, { groupId }: TaskOwner): boolean =>
  isCoordinator(reader.standing) || (groupId !== null && roleIn(reader, groupId) === 'lead');

/** TSK-2: who is in the group; of the coalition's board, who does something for the coalition as a whole. */
export const belongsToBoard = (reader: TaskReader, { groupId }: TaskOwner): boolean =>
  isCoordinator(reader.standing) ||
  (groupId === null
    ? reader.standing.coalitionRoles.some((role) => coalitionWorkers.includes(role))
    : roleIn(reader, groupId) !== null);

/** TSK-4: by name, or as one of the organisation's people. */
export const isResponsible = (
  { standing }: Pick<TaskReader, 'standing'>,
  { personIds, organisationId }: GuardedTask,
): boolean =>
  personIds.includes(standing.personId) ||
  (organisationId !== null && standing.organisationIds.includes(organisationId));

/** TSK-3: the board's people, and who is responsible. */
export const mayReadTask = (reader: TaskReader, task: GuardedTask): boolean =>
  belongsToBoard(reader, task) || isResponsible(reader, task);

/** TSK-3: moves it on and ticks its steps. */
export const mayWorkOnTask = (reader: TaskReader, task: GuardedTask): boolean =>
  leadsTasks(reader, task) ||
  isResponsible(reader, task) ||
  (belongsToBoard(reader, task) && task.madeBy === reader.standing.personId);

/** TSK-3: says what it is, and until when. */
export const mayChangeTask = (reader: TaskReader, task: GuardedTask): boolean =>
  leadsTasks(reader, task) || (belongsToBoard(reader, task) && task.madeBy === reader.standing.personId);

/** TSK-3: makes others responsible. */
export const mayAssignTask = leadsTasks;

/** TSK-3: nobody has it yet, or one's organisation does; who is on the board takes it, or who acts for that one. */
export const mayTakeTask = (reader: TaskReader, task: GuardedTask): boolean => {
  const { personId, organisationIds } = reader.standing;
  if (task.personIds.includes(personId)) return false;
  return task.organisationId === null
    ? task.personIds.length === 0 && belongsToBoard(reader, task)
    : organisationIds.includes(task.organisationId);
};

/** TSK-3: what one took oneself. */
export const mayGiveBackTask = ({ standing }: TaskReader, task: GuardedTask): boolean =>
  task.personIds.includes(standing.personId);
