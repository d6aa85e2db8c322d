import type { DataSource } from 'typeorm';
import { newId } from '@plenary/ground/kernel';
import {
  but,
  nothing,
  type Case,
  type CaseRequest,
  type NewsCase,
  type NewsPeople,
  type RoomCases,
} from '@plenary/ground/testing';
import { ofGroup } from '@plenary/groups/testing';
import { ofTexts, type StatementScene } from '@plenary/statements/testing';
import { givenThreads } from './given-threads.js';
import { suggestionCases } from './suggestion-cases.js';

type Make = (
  at: { readonly statement: string; readonly thread: string; readonly comment: string },
  scene: StatementScene,
) => Promise<CaseRequest> | CaseRequest;

/** Somebody else's thread on a text of the coalition's, of my group's, or of another group's; or one of mine. */
const inThread = (whose: 'mine' | 'theirs', right: string, make: Make): readonly Case<StatementScene>[] =>
  ofTexts(async (statement, scene) => {
    const by = whose === 'mine' ? scene.me : newId();
    const { id: thread, commentId: comment } = await givenThreads(scene.house.database).thread(statement, {
      by,
    });
    return make({ statement, thread, comment }, scene);
  }).map((each) => ({
    ...each,
    make: async (scene, of) => {
      const request = await each.make(scene, of);
      const { meant = () => true } = request;
      return {
        ...request,
        meant: (permission) => permission.startsWith(`statement.${right}-`) && meant(permission),
      };
    },
  }));

/** COM-8: whoever may comment on a text, and may enter for others, too. */
const entering = (make: (statement: string, scene: StatementScene) => Promise<CaseRequest> | CaseRequest) => [
  nothing(async (scene: StatementScene) => ({
    ...(await make(await scene.house.given.statement(), scene)),
    meant: (permission: string) => permission === 'comment.enter-for-coalition',
  })),
  ofGroup<StatementScene>(async (groupId, scene) => ({
    ...(await make(await scene.house.given.statement({ groupId }), scene)),
    meant: (permission) => permission === 'comment.enter-for-group',
  })),
];

const words = { text: 'A word', language: 'en' };
const begun = { kind: 'statement', audience: 'readers', ...words };
const enteredFor = { name: 'Somebody', source: 'phone' };
const outcome = { outcome: 'noted', note: '' };

interface CommentNews extends NewsPeople<'other' | 'nobody' | 'lead'> {
  readonly database: DataSource;
  readonly organisation: string;
  readonly ofCoalition: string;
  readonly ofGroup: string;
}

/** COM-1, COM-2: as many cases as there are audiences, and one thread that is not there. */
const happens =
  (payload: object) =>
  async ({ database, ofCoalition, ofGroup, organisation, people, everybody }: CommentNews) => {
    const given = givenThreads(database);
    const about = async (
      statement: string,
      hears: readonly string[],
      wanted: Parameters<typeof given.thread>[1] = {},
    ): Promise<NewsCase> => {
      const { id } = await given.thread(statement, wanted);
      return { subject: { kind: 'thread', id }, payload, hears };
    };
    return [
      await about(ofCoalition, but(everybody, 'nobody')),
      await about(ofGroup, ['coordinator', 'translator', 'lead', 'inGroup']),
      await about(ofCoalition, ['focal', 'member'], {
        audience: 'organisation',
        organisationId: organisation,
      }),
      await about(ofCoalition, ['coordinator', 'other'], { audience: 'penholders', by: people.other }),
      await about(ofGroup, ['coordinator', 'lead', 'inGroup'], { audience: 'penholders' }),
      { subject: { kind: 'thread', id: newId() }, payload, hears: [] },
    ];
  };

/** What the specs of the whole house try of this room. */
export const roomCases: RoomCases<StatementScene, CommentNews> = {
  routes: {
    ...suggestionCases.routes,
    'GET /api/statements/:id/threads': ofTexts((id) => ({ path: `statements/${id}/threads` })),
    'GET /api/statements/:id/threads/places': ofTexts((id) => ({ path: `statements/${id}/threads/places` })),
    'GET /api/statements/:id/mentionable': ofTexts((id) => ({ path: `statements/${id}/mentionable` })),
    'PUT /api/statements/:id/threads/read': inThread('theirs', 'read', ({ statement, thread }) => ({
      path: `statements/${statement}/threads/read`,
      body: { read: [{ threadId: thread, until: new Date().toISOString() }] },
    })),
    'POST /api/statements/:id/threads': [
      ...inThread('theirs', 'comment', ({ statement }) => ({
        path: `statements/${statement}/threads`,
        body: begun,
      })),
      ...entering((id) => ({ path: `statements/${id}/threads`, body: { ...begun, enteredFor } })),
    ],
    'GET /api/threads/:id': inThread('theirs', 'read', ({ thread }) => ({ path: `threads/${thread}` })),
    'POST /api/threads/:id/comments': [
      ...inThread('theirs', 'comment', ({ thread }) => ({ path: `threads/${thread}/comments`, body: words })),
      ...entering(async (statement, { house }) => {
        const { id } = await givenThreads(house.database).thread(statement);
        return { path: `threads/${id}/comments`, body: { ...words, enteredFor } };
      }),
    ],
    'PUT /api/threads/:id/outcome': [
      ...inThread('theirs', 'edit', ({ thread }) => ({ path: `threads/${thread}/outcome`, body: outcome })),
      ...inThread('mine', 'comment', ({ thread }) => ({ path: `threads/${thread}/outcome`, body: outcome })),
    ],
    'DELETE /api/threads/:id/outcome': [
      ...inThread('theirs', 'edit', ({ thread }) => ({ path: `threads/${thread}/outcome` })),
      ...inThread('mine', 'comment', ({ thread }) => ({ path: `threads/${thread}/outcome` })),
    ],
    'PATCH /api/comments/:id': inThread('mine', 'comment', ({ comment }) => ({
      path: `comments/${comment}`,
      body: { text: 'Another word' },
    })),
    'DELETE /api/comments/:id': [
      ...inThread('mine', 'read', ({ comment }) => ({ path: `comments/${comment}` })),
      ...inThread('theirs', 'manage', ({ comment }) => ({ path: `comments/${comment}` })),
    ],
    'PUT /api/comments/:id/translations/:language': inThread('theirs', 'comment', ({ comment }) => ({
      path: `comments/${comment}/translations/es`,
      body: { text: 'Una palabra' },
    })),
    'DELETE /api/comments/:id/translations/:language': inThread('theirs', 'comment', ({ comment }) => ({
      path: `comments/${comment}/translations/es`,
    })),
  },
  bodies: {
    ...suggestionCases.bodies,
    'POST /api/statements/:id/threads': () => begun,
    'PUT /api/statements/:id/threads/read': () => ({ read: [] }),
    'POST /api/threads/:id/comments': () => words,
    'PUT /api/threads/:id/outcome': () => outcome,
    'PATCH /api/comments/:id': () => ({ text: 'Another word' }),
    'PUT /api/comments/:id/translations/:language': () => ({ text: 'Una palabra' }),
  },
  events: {
    ...suggestionCases.events,
    'comment.thread-begun': happens({ place: 'statement', audience: 'readers' }),
    'comment.added': happens({}),
    'comment.edited': happens({}),
    'comment.deleted': happens({ by: 'other' }),
    'comment.translated': happens({ language: 'es' }),
    'comment.thread-resolved': happens({ outcome: 'taken' }),
    'comment.thread-reopened': happens({}),
  },
  refusals: [
    ...suggestionCases.refusals,
    ...['comment.thread-not-found', 'comment.not-found', 'comment.not-yours'],
    ...['comment.may-not-enter-for', 'comment.may-not-resolve'],
  ],
  kinds: ['thread', 'suggestion'],
};
