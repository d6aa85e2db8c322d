import type { DataSource } from 'typeorm';
import { newId } from '@plenary/ground/kernel';
import { plain, type NewsPeople, type RoomCases } from '@plenary/ground/testing';
import { CommentEntity } from '@plenary/comments/server';

/** What the specs of the whole house try of this room. */
export const roomCases: RoomCases<unknown, NewsPeople<never> & { readonly database: DataSource }> = {
  routes: {
    'GET /api/comments': plain('comments'),
    'POST /api/comments': plain('comments', { name: 'Geneva' }),
  },
  events: {
    'comment.added': async ({ everybody, database }) => {
      const id = newId();
      await database.manager.insert(CommentEntity, { id, name: 'Geneva', createdAt: new Date() });
      return [
        { subject: { kind: 'comment', id }, payload: {}, hears: everybody },
        // Of what is not there, nobody hears.
        { subject: { kind: 'comment', id: newId() }, payload: {}, hears: [] },
      ];
    },
  },
  refusals: ['comment.forbidden'],
  kinds: ['comment'],
};
