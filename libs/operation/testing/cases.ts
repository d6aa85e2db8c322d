import { plain, type RoomCases } from '@plenary/ground/testing';

export const roomCases: RoomCases<unknown, unknown> = {
  routes: {
    'GET /api/operation': plain('operation'),
    'POST /api/operation/untold/:number/retry': plain('operation/untold/1/retry'),
    'GET /api/operation/work': plain('operation/work'),
    'POST /api/operation/work/:number/retry': plain('operation/work/1/retry'),
  },
  refusals: ['operation.forbidden'],
  notForAll: { '/api/operation': ['coordinator'], '/api/operation/work': ['coordinator'] },
  events: {},
};
