import type { House } from '@plenary/ground/testing';
import { organisationsHouse, startCoalition } from '@plenary/organisations/testing';
import { groupsEntities, groupsMigrations, GroupsModule } from '@plenary/groups/server';
import { givenGroups } from './given-groups.js';

/** This room and those below it. */
export const groupsHouse: House = {
  imports: [...organisationsHouse.imports, GroupsModule],
  entities: [...organisationsHouse.entities, ...groupsEntities],
  migrations: [...organisationsHouse.migrations, ...groupsMigrations],
};

/** Starts a house with people in it, and the builders of this room and those below. */
export async function startGroups(house: House = groupsHouse) {
  const test = await startCoalition(house);
  return { ...test, given: { ...test.given, ...givenGroups(test.database) } };
}

export type GroupsUnderTest = Awaited<ReturnType<typeof startGroups>>;
