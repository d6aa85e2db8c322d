import { newId } from '@plenary/ground/kernel';
import {
  but,
  nothing,
  plain,
  type Case,
  type CaseRequest,
  type NewsCase,
  type NewsPeople,
  type RoomCases,
} from '@plenary/ground/testing';
import { ofGroup, type GroupScene } from '@plenary/groups/testing';
import type { StatementsUnderTest } from './start-statements.js';

export interface StatementScene extends GroupScene {
  readonly house: GroupScene['house'] & Pick<StatementsUnderTest, 'given'>;
}
const group = ofGroup<StatementScene>;

/** A text of the coalition's, of my group's, or of another group's. */
export const ofTexts = (
  make: (id: string, scene: StatementScene) => Promise<CaseRequest> | CaseRequest,
): readonly Case<StatementScene>[] => [
  nothing(async (scene: StatementScene) => ({
    ...(await make(await scene.house.given.statement(), scene)),
    meant: (permission: string) => permission.endsWith('-coalition'),
  })),
  group(async (groupId, scene) => ({
    ...(await make(await scene.house.given.statement({ groupId }), scene)),
    meant: (permission) => permission.endsWith('-group'),
  })),
];

interface StatementNews extends NewsPeople<'other' | 'nobody'> {
  readonly organisation: string;
  readonly group: string;
  readonly ofCoalition: string;
  readonly ofGroup: string;
}
/** STM-2, STM-4: of a group's statement. */
const groupReaders = ['coordinator', 'translator', 'lead', 'inGroup'];
const of = (id: string) => ({ kind: 'statement', id });

const statement =
  (payload: object) =>
  ({ ofCoalition, ofGroup: ofTheGroup, everybody }: StatementNews): readonly NewsCase[] => [
    { subject: of(ofCoalition), payload, hears: but(everybody, 'nobody') },
    { subject: of(ofTheGroup), payload, hears: groupReaders },
    { subject: of(newId()), payload, hears: [] },
  ];

export const roomCases: RoomCases<StatementScene, StatementNews> = {
  routes: {
    'GET /api/statements': plain('statements'),
    'GET /api/unread-statements': plain('unread-statements'),
    'GET /api/erased-statements': plain('erased-statements'),
    'POST /api/statements': [
      nothing(() => ({
        path: 'statements',
        body: { title: 'Begun', ownerKind: 'coalition', language: 'en' },
        meant: (permission) => permission.endsWith('-coalition'),
      })),
      group((groupId) => ({
        path: 'statements',
        body: { title: 'Begun', ownerKind: 'group', groupId, language: 'en' },
        meant: (permission) => permission.endsWith('-group'),
      })),
    ],
    'GET /api/statements/:id': ofTexts((id) => ({ path: `statements/${id}` })),
    'GET /api/statements/:id/text': ofTexts((id) => ({ path: `statements/${id}/text` })),
    'GET /api/statements/:id/rights': ofTexts((id) => ({ path: `statements/${id}/rights` })),
    'PATCH /api/statements/:id': ofTexts((id) => ({ path: `statements/${id}`, body: { title: 'Another' } })),
    'PUT /api/statements/:id/grants': ofTexts((id) => ({
      path: `statements/${id}/grants`,
      body: { subjectKind: 'role', subjectId: 'observer', right: 'read' },
    })),
    'DELETE /api/statements/:id/grants/:grantId': ofTexts((id) => ({
      path: `statements/${id}/grants/${newId()}`,
    })),
    'GET /api/statements/:id/history': ofTexts((id) => ({ path: `statements/${id}/history` })),
    'GET /api/statements/:id/history/stretches': ofTexts((id) => ({
      path: `statements/${id}/history/stretches`,
    })),
    'GET /api/statements/:id/history/moments/:seq': ofTexts((id) => ({
      path: `statements/${id}/history/moments/1`,
    })),
    'GET /api/statements/:id/history/comparison': ofTexts((id) => ({
      path: `statements/${id}/history/comparison?from=0&to=1`,
    })),
    'GET /api/statements/:id/history/authorship': ofTexts((id) => ({
      path: `statements/${id}/history/authorship`,
    })),
    'GET /api/statements/:id/history/unread': ofTexts((id) => ({ path: `statements/${id}/history/unread` })),
    'POST /api/statements/:id/history/read': ofTexts((id) => ({
      path: `statements/${id}/history/read`,
      body: { seq: 1, paragraphs: [] },
    })),
    'POST /api/statements/:id/history/versions': ofTexts((id) => ({
      path: `statements/${id}/history/versions`,
      body: { name: 'Zero draft' },
    })),
    'POST /api/statements/:id/history/restorations': ofTexts((id) => ({
      path: `statements/${id}/history/restorations`,
      body: { to: 1 },
    })),
    'GET /api/statements/:id/history/moments/:seq/paragraphs/:paragraphId/erasure': ofTexts((id) => ({
      path: `statements/${id}/history/moments/1/paragraphs/none/erasure`,
    })),
    'POST /api/statements/:id/history/erasures': ofTexts((id) => ({
      path: `statements/${id}/history/erasures`,
      body: { at: 1, paragraphId: 'none', reason: 'Asked for' },
    })),
    'PUT /api/statements/:id/history/right': ofTexts((id) => ({
      path: `statements/${id}/history/right`,
      body: { right: 'comment' },
    })),
  },
  bodies: {
    'PUT /api/statements/:id/grants': () => ({ subjectKind: 'role', subjectId: 'penholder', right: 'read' }),
    'PATCH /api/statements/:id': () => ({ title: 'Another title' }),
    'POST /api/statements/:id/history/read': () => ({ seq: 1, paragraphs: [] }),
    'POST /api/statements/:id/history/versions': () => ({ name: 'Zero draft' }),
    'POST /api/statements/:id/history/restorations': () => ({ to: 1 }),
    'POST /api/statements/:id/history/erasures': () => ({ at: 1, paragraphId: 'none', reason: 'Asked for' }),
    'PUT /api/statements/:id/history/right': () => ({ right: 'comment' }),
  },
  refusals: [
    'statement.forbidden',
    'statement.history-closed',
    'statement.may-not-create',
    'statement.not-found',
  ],
  kinds: ['statement'],
  events: {
    'statement.created': statement({
      title: 'marker',
      ownerKind: 'coalition',
      groupId: null,
      language: 'en',
    }),
    'statement.counted': statement({}),
    'statement.renamed': statement({ title: 'marker', before: 'marker' }),
    'statement.version-named': statement({ versionId: newId(), name: 'marker', seq: 1 }),
    'statement.history-opened': statement({ right: 'read', before: 'edit' }),
    'statement.passage-erased': statement({ erasureId: newId(), seq: 2, characters: 5, reason: 'Asked for' }),
    'statement.restored': statement({ to: 1, seq: 2, paragraphId: null }),
    'statement.right-granted': (scene) => {
      const subjectId = scene.people.other;
      const given = { grantId: newId(), subjectKind: 'person', subjectId, right: 'read', before: null };
      return statement(given)(scene);
    },
    'statement.right-withdrawn': ({ people, everybody, ofGroup: text, ...scene }) => {
      const from = (subjectKind: string, subjectId: string | null, ...lost: string[]): NewsCase => ({
        subject: of(text),
        payload: { grantId: newId(), subjectKind, subjectId, right: 'read' },
        hears: [...new Set([...groupReaders, ...lost])],
      });
      return [
        from('person', people.nobody, 'nobody'),
        from('organisation', scene.organisation, 'focal', 'member'),
        from('group', scene.group),
        from('role', 'coordinator'),
        from('everyone', null, ...but(everybody, 'nobody', 'translator')),
      ];
    },
  },
};
