import type { DataSource } from 'typeorm';
import { newId } from '@plenary/ground/kernel';
import {
  nothing,
  plain,
  type Case,
  type CaseRequest,
  type NewsCase,
  type NewsPeople,
  type RoomCases,
} from '@plenary/ground/testing';
import { ofGroup } from '@plenary/groups/testing';
import { ofTexts, type StatementScene } from '@plenary/statements/testing';
import { coalitionWorkers } from '@plenary/tasks/domain';
import { givenTasks, type GivenTask } from './given-tasks.js';

type Make = (id: string, scene: StatementScene) => CaseRequest;

/** Somebody else's task on the coalition's board, on my group's, or on another group's. */
const onBoards = (make: Make, given: GivenTask = {}): readonly Case<StatementScene>[] => [
  nothing(async (scene: StatementScene) => ({
    ...make(await givenTasks(scene.house.database).task(given), scene),
    meant: (permission: string) => permission.endsWith('-coalition'),
  })),
  ofGroup<StatementScene>(async (groupId, scene) => ({
    ...make(await givenTasks(scene.house.database).task({ ...given, groupId }), scene),
    meant: (permission) => permission.endsWith('-group'),
  })),
];

/** A board of the coalition's, of my group's, or of another group's. */
const boards = (make: (groupId: string | undefined) => CaseRequest): readonly Case<StatementScene>[] => [
  nothing(() => ({ ...make(undefined), meant: (permission: string) => permission.endsWith('-coalition') })),
  ofGroup<StatementScene>((groupId) => ({
    ...make(groupId),
    meant: (permission) => permission.endsWith('-group'),
  })),
];

const nobody = { personIds: [], organisationId: null };

interface TaskNews extends NewsPeople<'other' | 'nobody' | 'lead'> {
  readonly database: DataSource;
  readonly group: string;
}

/** TSK-3: whose board it is, and who is responsible. */
const happens =
  (payload: object) =>
  async ({ database, group, people }: TaskNews): Promise<readonly NewsCase[]> => {
    const given = givenTasks(database);
    const about = async (wanted: GivenTask, hears: readonly string[]): Promise<NewsCase> => ({
      ...{ subject: { kind: 'task', id: await given.task(wanted) }, payload, hears },
    });
    return [
      await about({}, ['coordinator', 'translator']),
      await about({ groupId: group }, ['coordinator', 'lead', 'inGroup']),
      await about({ groupId: group, people: [people.other] }, ['coordinator', 'lead', 'inGroup', 'other']),
      { subject: { kind: 'task', id: newId() }, payload, hears: [] },
    ];
  };

/** What the specs of the whole house try of this room. */
export const roomCases: RoomCases<StatementScene, TaskNews> = {
  routes: {
    'GET /api/tasks': plain('tasks'),
    'GET /api/task-board': boards((groupId) => ({
      path: `task-board${groupId ? `?groupId=${groupId}` : ''}`,
    })),
    'GET /api/statements/:id/tasks': ofTexts((id) => ({ path: `statements/${id}/tasks` })),
    'POST /api/tasks': boards((groupId) => ({ path: 'tasks', body: { title: 'A task', groupId } })),
    'GET /api/tasks/:id': onBoards((id) => ({ path: `tasks/${id}` })),
    'PATCH /api/tasks/:id': onBoards((id) => ({ path: `tasks/${id}`, body: { title: 'Another' } })),
    'PUT /api/tasks/:id/place': onBoards((id) => ({ path: `tasks/${id}/place`, body: { state: 'doing' } })),
    'PUT /api/tasks/:id/responsible': onBoards((id) => ({ path: `tasks/${id}/responsible`, body: nobody })),
    'POST /api/tasks/:id/take': onBoards((id) => ({ path: `tasks/${id}/take` })),
    'POST /api/tasks/:id/give-back': {
      of: 'nothing',
      make: async ({ me, house: { database } }, whose) => ({
        path: `tasks/${await givenTasks(database).task({ people: whose === 'own' ? [me] : [] })}/give-back`,
      }),
    },
    'PUT /api/tasks/:id/steps/:stepId': onBoards((id) => ({
      path: `tasks/${id}/steps/${newId()}`,
      body: { text: 'A step', isDone: false },
    })),
    'DELETE /api/tasks/:id/steps/:stepId': onBoards((id) => ({ path: `tasks/${id}/steps/${newId()}` })),
    'DELETE /api/tasks/:id': onBoards((id) => ({ path: `tasks/${id}` })),
    'POST /api/tasks/:id/restore': onBoards((id) => ({ path: `tasks/${id}/restore` })),
  },
  bodies: {
    'POST /api/tasks': () => ({ title: 'A task', groupId: newId() }),
    'PATCH /api/tasks/:id': () => ({ title: 'Another' }),
    'PUT /api/tasks/:id/place': () => ({ state: 'doing' }),
    'PUT /api/tasks/:id/responsible': () => nobody,
    'PUT /api/tasks/:id/steps/:stepId': () => ({ text: 'A step', isDone: false }),
  },
  refusals: ['task.forbidden', 'task.not-found'],
  notForAll: { '/api/task-board': ['coordinator', ...coalitionWorkers] },
  kinds: ['task'],
  events: {
    'task.added': happens({ groupId: null }),
    'task.changed': happens({ fields: ['title'] }),
    'task.moved': happens({ state: 'done', before: 'doing', on: 'state' }),
    'task.assigned': happens({ personIds: [], released: [] }),
    'task.deleted': happens({ groupId: null }),
  },
};
