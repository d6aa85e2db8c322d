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
    'POST /api/applications/:id/notes': () => ({ text: 'a note' }),
    'PUT /api/applications/:id/decision': () => ({ state: 'refused', reason: 'a reason' }),
    'PUT /api/organisations/:id/state': () => ({ state: 'suspended', reason: 'a reason' }),
    'POST /api/organisations/:id/invitations': () => ({
      role: 'member',
      language: 'en',
      mostUses: 1,
      days: 1,
    }),
    'POST /api/organisations/:id/merge': () => ({ into: newId(), reason: 'a reason' }),
    'POST /api/organisations/:id/mandates': () => ({ personId: newId(), kind: 'vote', alternate: false }),
    'POST /api/people/:id/looks': () => ({ reason: 'a reason' }),
  },
  refusals: [
    'coalition.forbidden',
    'organisation.forbidden',
    'organisation.not-found',
    'invitation.not-found',
  ],
  notForAll: ['/api/invitations', '/api/applications', '/api/exports/organisations'],
  shapeless: ['/api/coalition/logo'],
  kinds: [
    ...[
      'organisation',
      'coalition',
      'invitations',
      'invitation',
      'application',
      'reach',
      'device-help',
      'look',
    ],
    ...['spoken-for', 'coalition-role', 'saved-list'],
  ],
};
