import { ofNobody, plain, type NewsPeople, type RoomCases } from '@plenary/ground/testing';

export const roomCases: RoomCases<unknown, NewsPeople<'coordinator'>> = {
  routes: {
    'GET /api/activity': plain('activity'),
    'GET /api/activity/kinds': plain('activity/kinds'),
    'GET /api/activity/export': plain('activity/export'),
  },
  refusals: ['activity.forbidden'],
  notForAll: ['/api/activity', '/api/activity/kinds'],
  kinds: ['activity'],
  events: { 'activity.exported': ofNobody('person') },
};
