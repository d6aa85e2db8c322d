import type { House } from '@plenary/ground/testing';
import { organisationsHouse, startCoalition } from '@plenary/organisations/testing';
import { commentsEntities, commentsMigrations, CommentsModule } from '@plenary/comments/server';

/** This room and those below it. */
const commentsHouse: House = {
  imports: [...organisationsHouse.imports, CommentsModule],
  entities: [...organisationsHouse.entities, ...commentsEntities],
  migrations: [...organisationsHouse.migrations, ...commentsMigrations],
};

/** Starts a house with people in it, and with this room. */
export const startComments = () => startCoalition(commentsHouse);

export type CommentsUnderTest = Awaited<ReturnType<typeof startComments>>;
