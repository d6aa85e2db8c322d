import type { House } from '@plenary/ground/testing';
import { commentsHouse, startComments } from '@plenary/comments/testing';
import { tasksEntities, tasksMigrations, TasksModule } from '@plenary/tasks/server';
import { givenTasks } from './given-tasks.js';

/** This room and those below it. */
export const tasksHouse: House = {
  imports: [...commentsHouse.imports, TasksModule],
  entities: [...commentsHouse.entities, ...tasksEntities],
  migrations: [...commentsHouse.migrations, ...tasksMigrations],
};

/** Starts a house with people in it, and the builders of this room and those below. */
export async function startTasks(house: House = tasksHouse) {
  const test = await startComments(house);
  return { ...test, given: { ...test.given, ...givenTasks(test.database) } };
}

export type TasksUnderTest = Awaited<ReturnType<typeof startTasks>>;
