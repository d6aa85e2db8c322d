import type { RoomCases } from '@plenary/ground/testing';
import type { OrganisationNews, OrganisationScene } from '@plenary/organisations/testing';
import { arrivalEvents } from './case-events.js';
import { arrivalRoutes } from './case-routes.js';

export const roomCases: RoomCases<OrganisationScene, OrganisationNews> = {
  routes: arrivalRoutes,
  events: arrivalEvents,
  bodies: {
    'POST /api/applications/:id/notes': () => ({ text: 'a note' }),
    'PUT /api/applications/:id/decision': () => ({ state: 'refused', reason: 'a reason' }),
    'POST /api/organisations/:id/invitations': () => ({
      ...{ role: 'member', language: 'en', mostUses: 1, days: 1 },
    }),
  },
  refusals: ['invitation.not-found'],
  notForAll: {
    '/api/invitations': ['coordinator'],
    '/api/applications': ['coordinator'],
    '/api/exports/organisations': ['coordinator'],
  },
  kinds: ['invitations', 'invitation', 'application'],
};
