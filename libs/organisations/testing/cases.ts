import { newId } from '@plenary/ground/kernel';
import type { RoomCases } from '@plenary/ground/testing';
import { organisationEvents, type OrganisationNews } from './case-events.js';
import { organisationRoutes } from './case-routes.js';
import type { OrganisationScene } from './case-scene.js';

export const roomCases: RoomCases<OrganisationScene, OrganisationNews> = {
  routes: organisationRoutes,
  events: organisationEvents,
  bodies: {
    'PUT /api/organisations/:id/people/:personId': () => ({ role: 'member' }),
    'PUT /api/organisations/:id/state': () => ({ state: 'suspended', reason: 'a reason' }),
    'POST /api/organisations/:id/merge': () => ({ into: newId(), reason: 'a reason' }),
    'POST /api/organisations/:id/mandates': () => ({ personId: newId(), kind: 'vote', alternate: false }),
  },
  refusals: ['coalition.forbidden', 'organisation.forbidden', 'organisation.not-found'],
  shapeless: ['/api/coalition/logo'],
  kinds: [
    ...['organisation', 'coalition', 'reach', 'device-help'],
    ...['spoken-for', 'coalition-role', 'saved-list'],
  ],
};
