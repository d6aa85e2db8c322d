import { plain, type RoomCases } from '@plenary/ground/testing';
import type { OrganisationScene } from '@plenary/organisations/testing';

export const roomCases: RoomCases<OrganisationScene, unknown> = {
  routes: {
    'GET /api/rights': plain('rights'),
    'GET /api/rights/people/:id': {
      of: 'person',
      make: async (scene, whose) => ({
        path: `rights/people/${whose === 'own' ? scene.me : await scene.house.given.person()}`,
      }),
    },
    'GET /api/rights/people/:id/statements': {
      of: 'person',
      make: async (scene, whose) => ({
        path: `rights/people/${whose === 'own' ? scene.me : await scene.house.given.person()}/statements`,
      }),
    },
    'GET /api/rights/:kind/:id': plain('rights/roles/coordinator'),
    'GET /api/rights/:kind/:id/statements': plain('rights/roles/coordinator/statements'),
  },
  refusals: ['rights.forbidden'],
  events: {},
};
