import { ofNobody, plain, type NewsPeople, type RoomCases } from '@plenary/ground/testing';

/** AUD-1 */
const readers = ['coordinator', 'focal_point'];

export const roomCases: RoomCases<unknown, NewsPeople<'coordinator'>> = {
  routes: {
    'GET /api/activity': plain('activity'),
    'GET /api/activity/kinds': plain('activity/kinds'),
    'GET /api/activity/export': plain('activity/export'),
  },
  refusals: ['activity.forbidden'],
  notForAll: { '/api/activity': readers, '/api/activity/kinds': readers },
  kinds: ['activity'],
  events: { 'activity.exported': ofNobody('person') },
};
