import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { colourOf, type Subject } from '@plenary/ground/kernel';
import { Subjects, type KnownSubjects } from '@plenary/ground/server';
import { PeopleService, type KnownPerson } from '@plenary/identity/server';
import { statementSubject } from '@plenary/statements/domain';
import {
  isResponsible,
  mayAssignTask,
  mayChangeTask,
  mayGiveBackTask,
  mayTakeTask,
  mayWorkOnTask,
  type AboutView,
  type TaskDetailView,
  type TaskPersonView,
  type TaskReader,
  type TaskView,
} from '@plenary/tasks/domain';
import type { TaskRow } from './tasks.repository.js';

const group = (id: string): Subject => ({ kind: 'group', id });
const organisation = (id: string): Subject => ({ kind: 'organisation', id });

interface Names {
  readonly people: ReadonlyMap<string, KnownPerson>;
  readonly subjects: KnownSubjects;
}

/** What of tasks leaves the server, as one reader may see it. A constant number of queries, however many there are. */
@Injectable()
export class TasksPresenter {
  constructor(
    private readonly people: PeopleService,
    private readonly subjects: Subjects,
  ) {}

  async present(tx: EntityManager, reader: TaskReader, tasks: readonly TaskRow[]): Promise<TaskView[]> {
    const names = await this.namesFor(tx, reader, tasks);
    return tasks.map((task) => presentTask(task, reader, names));
  }

  async presentDetail(tx: EntityManager, reader: TaskReader, task: TaskRow): Promise<TaskDetailView> {
    const names = await this.namesFor(tx, reader, [task]);
    return {
      ...presentTask(task, reader, names),
      ...{ notes: task.notes, checklist: task.steps, createdAt: task.createdAt.toISOString() },
      madeBy: personOf(task.madeBy, names),
    };
  }

  private async namesFor(tx: EntityManager, { standing }: TaskReader, tasks: readonly TaskRow[]) {
    const people = await this.people.namesOf(
      tasks.flatMap(({ personIds, madeBy }) => [...personIds, madeBy]),
      tx,
    );
    const named = tasks.flatMap((task) => [
      ...(task.groupId === null ? [] : [group(task.groupId)]),
      ...(task.organisationId === null ? [] : [organisation(task.organisationId)]),
      ...aboutOf(task),
    ]);
    return { people, subjects: await this.subjects.knownTo(standing.personId, named, tx) };
  }
}

/** What must be readable, so that the task tells what it comes from. */
const aboutOf = ({ aboutKind, aboutId, statementId }: TaskRow): Subject[] =>
  aboutKind === null
    ? []
    : [
        statementSubject(statementId!),
        ...(aboutKind === 'thread' || aboutKind === 'suggestion' ? [{ kind: aboutKind, id: aboutId! }] : []),
      ];

function presentAbout(task: TaskRow, { subjects }: Names): AboutView | null {
  const needed = aboutOf(task);
  if (needed.length === 0 || !needed.every((each) => subjects.has(each))) return null;
  return {
    ...{ kind: task.aboutKind!, id: task.aboutId!, statementId: task.statementId! },
    statementTitle: subjects.nameOf(statementSubject(task.statementId!)) ?? '',
    ...{ paragraphId: task.paragraphId, quote: task.quote },
  };
}

function personOf(id: string, { people }: Names): TaskPersonView {
  const person = people.get(id);
  return {
    personId: person && !person.hasLeft ? id : null,
    name: person?.displayName ?? '',
    colour: person?.colour ?? colourOf(id),
  };
}

function presentTask(task: TaskRow, reader: TaskReader, names: Names): TaskView {
  const { groupId, organisationId, dueOn, dueTime, dueZone } = task;
  const { subjects } = names;
  const organisationName = organisationId && subjects.nameOf(organisation(organisationId));
  return {
    ...{ id: task.id, groupId, title: task.title, state: task.state, rank: task.rank },
    groupName: groupId && subjects.nameOf(group(groupId)),
    due: dueOn === null ? null : { on: dueOn, time: dueTime, zone: dueZone },
    people: task.personIds.map((id) => personOf(id, names)),
    organisation: organisationId && organisationName ? { id: organisationId, name: organisationName } : null,
    stepsDone: task.steps.filter(({ isDone }) => isDone).length,
    steps: task.steps.length,
    about: presentAbout(task, names),
    isMine: isResponsible(reader, task),
    doneAt: task.doneAt?.toISOString() ?? null,
    changedAt: task.changedAt.toISOString(),
    may: {
      work: mayWorkOnTask(reader, task),
      change: mayChangeTask(reader, task),
      assign: mayAssignTask(reader, task),
      take: mayTakeTask(reader, task),
      giveBack: mayGiveBackTask(reader, task),
      delete: mayChangeTask(reader, task),
    },
  };
}
