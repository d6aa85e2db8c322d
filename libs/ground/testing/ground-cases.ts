import { newId } from '@plenary/ground/kernel';
import { nothing, ofMember, ofNobody, plain, type NewsPeople, type RoomCases } from './room-cases.js';

const work = () => ({ kind: 'long-work', id: newId() });

export const roomCases: RoomCases<unknown, NewsPeople<'member' | 'coordinator'>> = {
  routes: {
    'GET /api/me/work': plain('me/work'),
    'GET /api/me/work/:id': nothing(() => ({ path: `me/work/${newId()}` })),
    'GET /api/me/work/:id/file': nothing(() => ({ path: `me/work/${newId()}/file` })),
    'DELETE /api/me/work/:id': nothing(() => ({ path: `me/work/${newId()}` })),
  },
  events: {
    'long-work.begun': ofMember(work),
    'long-work.went-on': ofMember(work),
    'long-work.ended': ofMember(work),
    'standing.changed': ofNobody('standing'),
  },
  refusals: ['document.not-found', 'document.forbidden'],
  kinds: ['own', 'everybody'],
};
