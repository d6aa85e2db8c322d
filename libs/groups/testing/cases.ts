import { newId } from '@plenary/ground/kernel';
import type { Case, CaseRequest, NewsCase, NewsPeople, RoomCases } from '@plenary/ground/testing';
import { nothing, plain } from '@plenary/ground/testing';
import { colleague, type OrganisationScene } from '@plenary/organisations/testing';
import type { GroupsUnderTest } from './start-groups.js';

export interface GroupScene extends OrganisationScene {
  readonly house: OrganisationScene['house'] & Pick<GroupsUnderTest, 'given'>;
  readonly group: string | null;
}

/** About my group, or another. */
export const ofGroup = <Scene extends GroupScene>(
  make: (id: string, scene: Scene) => Promise<CaseRequest> | CaseRequest,
): Case<Scene> => ({
  of: 'group',
  make: async (scene, whose) => make(whose === 'own' ? scene.group! : await scene.house.given.group(), scene),
});
const group = ofGroup<GroupScene>;

export interface GroupNews extends NewsPeople<'inGroup' | 'nobody'> {
  readonly group: string;
}

const happens =
  (payload: (personId: string) => object = () => ({})) =>
  ({ group: id, people, everybody }: GroupNews): readonly NewsCase[] => [
    { subject: { kind: 'group', id }, payload: payload(people.inGroup), hears: everybody },
  ];
const request = ({ group: id, people }: GroupNews): readonly NewsCase[] => [
  {
    subject: { kind: 'group', id },
    payload: { personId: people.nobody },
    hears: ['coordinator', 'lead', 'nobody'],
  },
];

export const roomCases: RoomCases<GroupScene, GroupNews> = {
  routes: {
    'GET /api/groups': plain('groups'),
    'GET /api/groups/:id': group((id) => ({ path: `groups/${id}` })),
    'POST /api/groups': nothing(() => ({
      path: 'groups',
      body: { name: `Group ${newId()}`, description: '', access: 'open' },
    })),
    'PATCH /api/groups/:id': group((id) => ({ path: `groups/${id}`, body: { description: 'another' } })),
    'PUT /api/groups/:id/membership': group((id) => ({
      path: `groups/${id}/membership`,
      body: { note: '' },
    })),
    'DELETE /api/groups/:id/membership': group((id) => ({ path: `groups/${id}/membership` })),
    'PUT /api/groups/:id/members/:personId': group(async (id, scene) => ({
      path: `groups/${id}/members/${await colleague(scene, await scene.house.given.organisation())}`,
      body: { role: 'member' },
    })),
    'DELETE /api/groups/:id/members/:personId': group(async (id, scene) => {
      const { given } = scene.house;
      const place = await given.organisation();
      const person = await colleague(scene, place);
      await given.member(id, person, 'member', place);
      return { path: `groups/${id}/members/${person}` };
    }),
  },
  bodies: {
    'PATCH /api/groups/:id': () => ({ name: 'Another name' }),
    'PUT /api/groups/:id/membership': () => ({ note: '' }),
    'PUT /api/groups/:id/members/:personId': () => ({ role: 'member' }),
  },
  refusals: ['group.forbidden', 'group.no-organisation', 'group.member-not-found'],
  kinds: ['group', 'group-requests'],
  events: {
    'group.created': happens(() => ({ access: 'open' })),
    'group.changed': happens(() => ({ fields: ['name'] })),
    'group.archived': happens(),
    'group.reopened': happens(),
    'group.member-joined': happens((personId) => ({ personId, role: 'member', organisationId: null })),
    'group.member-left': happens((personId) => ({ personId })),
    'group.requested': request,
    'group.request-declined': request,
  },
};
