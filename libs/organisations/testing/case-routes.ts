import { newId } from '@plenary/ground/kernel';
import { nothing, plain, type CaseRequest, type RoomCases } from '@plenary/ground/testing';
import {
  aboutOrganisation as organisation,
  colleague,
  fileOf,
  mandateOf,
  type About,
  type OrganisationScene,
} from './case-scene.js';

/** Somebody else, who is nothing in particular. */
const another = (make: About) =>
  nothing(async (scene: OrganisationScene) => make(await scene.house.given.person(), scene));
/** An organisation that nobody acts for, since it will not be the same afterwards. */
const some = (make: About) =>
  nothing(async (scene: OrganisationScene) => make(await scene.house.given.organisation(), scene));

/** The smallest picture: one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = (path: string): CaseRequest => ({ path, bytes: { type: 'image/png', content: dot } });
const described = () => ({
  ...{ name: `Named ${newId()}`, country: 'CO', region: 'africa', constituency: 'women' },
  languages: ['en'],
});

export const organisationRoutes: RoomCases<OrganisationScene, never>['routes'] = {
  'GET /api/coalition': plain('coalition'),
  'PATCH /api/coalition': plain('coalition', { secondOpinion: false }),
  'PUT /api/coalition/logo': nothing(() => picture('coalition/logo')),
  'DELETE /api/coalition/logo': plain('coalition/logo'),
  'GET /api/membership': plain('membership'),
  'PUT /api/membership/speaks-for': organisation((organisationId) => ({
    path: 'membership/speaks-for',
    body: { organisationId },
  })),
  'GET /api/me/lists': plain('me/lists'),
  'POST /api/me/lists': plain('me/lists', { list: 'people', name: 'Mine', search: { query: 'a' } }),
  'DELETE /api/me/lists/:id': nothing(() => ({ path: `me/lists/${newId()}` })),
  'GET /api/files/:id': organisation(async (id, scene) => ({ path: `files/${await fileOf(scene, id)}` })),
  'GET /api/organisations': plain('organisations'),
  'GET /api/organisations/:id': organisation((id) => ({ path: `organisations/${id}` })),
  'POST /api/organisations': nothing(() => ({ path: 'organisations', body: described() })),
  'PATCH /api/organisations/:id': organisation((id) => ({
    path: `organisations/${id}`,
    body: { website: 'https://example.org' },
  })),
  'PUT /api/organisations/:id/state': some((id) => ({
    path: `organisations/${id}/state`,
    body: { state: 'suspended', reason: 'a reason' },
  })),
  'PUT /api/organisations/states': some((id) => ({
    path: 'organisations/states',
    body: { ids: [id], state: 'suspended', reason: 'a reason' },
  })),
  'POST /api/organisations/states/undo': some((id) => ({
    path: 'organisations/states/undo',
    body: { ids: [id] },
  })),
  'POST /api/organisations/:id/merge': some(async (id, { house }) => ({
    path: `organisations/${id}/merge`,
    body: { into: await house.given.organisation(), reason: 'a reason' },
  })),
  'PUT /api/organisations/:id/logo': organisation((id) => picture(`organisations/${id}/logo`)),
  'DELETE /api/organisations/:id/logo': organisation((id) => ({ path: `organisations/${id}/logo` })),
  'PUT /api/organisations/:id/people/:personId': organisation(async (id, scene) => ({
    path: `organisations/${id}/people/${await colleague(scene, id)}`,
    body: { role: 'representative' },
  })),
  'DELETE /api/organisations/:id/people/:personId': organisation(async (id, scene) => ({
    path: `organisations/${id}/people/${await colleague(scene, id)}`,
    // Leaving is about oneself.
    meant: (permission) => permission !== 'organisation.leave',
  })),
  'GET /api/organisations/:id/history': organisation((id) => ({ path: `organisations/${id}/history` })),
  'GET /api/organisations/:id/mandates': organisation((id) => ({ path: `organisations/${id}/mandates` })),
  'POST /api/organisations/:id/mandates': organisation(async (id, scene) => ({
    path: `organisations/${id}/mandates`,
    body: { personId: await colleague(scene, id), kind: 'vote', alternate: false },
  })),
  'DELETE /api/organisations/:id/mandates/:mandateId': organisation(async (id, scene) => ({
    path: `organisations/${id}/mandates/${await mandateOf(scene, id, await colleague(scene, id))}`,
  })),
  'GET /api/people': plain('people'),
  'POST /api/people/letters': organisation(async (id, scene) => ({
    path: 'people/letters',
    body: { personIds: [await colleague(scene, id)] },
  })),
  'GET /api/people/:id': another((id) => ({ path: `people/${id}` })),
  'PUT /api/people/:id/roles/:role': another((id) => ({ path: `people/${id}/roles/observer` })),
  'DELETE /api/people/:id/roles/:role': another((id) => ({ path: `people/${id}/roles/observer` })),
  'PUT /api/roles/:role': another((id) => ({
    path: 'roles/observer',
    body: { personIds: [id], give: true },
  })),
  'GET /api/people/:id/device': another((id) => ({ path: `people/${id}/device` })),
  'POST /api/people/:id/device/recovery': organisation(async (id, scene) => ({
    path: `people/${await colleague(scene, id)}/device/recovery`,
  })),
  'PUT /api/people/:id/device/recovery': organisation(async (id, scene) => ({
    path: `people/${await colleague(scene, id)}/device/recovery`,
  })),
  'DELETE /api/people/:id/device/recovery': organisation(async (id, scene) => ({
    path: `people/${await colleague(scene, id)}/device/recovery`,
  })),
};
