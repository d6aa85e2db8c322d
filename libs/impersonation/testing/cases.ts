import { newId } from '@plenary/ground/kernel';
import { nothing, ofMember, type RoomCases } from '@plenary/ground/testing';
import type { OrganisationNews, OrganisationScene } from '@plenary/organisations/testing';

export const roomCases: RoomCases<OrganisationScene, OrganisationNews> = {
  routes: {
    'POST /api/people/:id/looks': nothing(async ({ house }) => ({
      path: `people/${await house.given.person()}/looks`,
      body: { reason: 'a reason' },
    })),
    'DELETE /api/looks/:id': nothing(() => ({ path: `looks/${newId()}` })),
  },
  events: {
    'look.begun': ofMember((id) => ({ kind: 'person', id }), { lookId: newId(), reason: 'why' }),
    'look.ended': ofMember(() => ({ kind: 'look', id: newId() })),
  },
  bodies: { 'POST /api/people/:id/looks': () => ({ reason: 'a reason' }) },
  kinds: ['look'],
};
