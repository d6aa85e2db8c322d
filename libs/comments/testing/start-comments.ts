import type { House } from '@plenary/ground/testing';
import { startStatements, statementsHouse } from '@plenary/statements/testing';
import { commentsEntities, commentsMigrations, CommentsModule } from '@plenary/comments/server';
import { givenThreads } from './given-threads.js';

/** This room and those below it. */
export const commentsHouse: House = {
  imports: [...statementsHouse.imports, CommentsModule],
  entities: [...statementsHouse.entities, ...commentsEntities],
  migrations: [...statementsHouse.migrations, ...commentsMigrations],
};

/** Starts a house with people in it, and the builders of this room and those below. */
export async function startComments(house: House = commentsHouse) {
  const test = await startStatements(house);
  return { ...test, given: { ...test.given, ...givenThreads(test.database) } };
}

export type CommentsUnderTest = Awaited<ReturnType<typeof startComments>>;
