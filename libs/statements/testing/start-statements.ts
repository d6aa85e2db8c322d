import type { House } from '@plenary/ground/testing';
import { givenGroups, groupsHouse } from '@plenary/groups/testing';
import { startCoalition } from '@plenary/organisations/testing';
import { statementsEntities, statementsMigrations, StatementsModule } from '@plenary/statements/server';
import { givenStatements } from './given-statements.js';

/** This room and those below it. */
export const statementsHouse: House = {
  imports: [...groupsHouse.imports, StatementsModule],
  entities: [...groupsHouse.entities, ...statementsEntities],
  migrations: [...groupsHouse.migrations, ...statementsMigrations],
};

/** Starts a house with people in it, and the builders of this room and those below. */
export async function startStatements(house: House = statementsHouse) {
  const test = await startCoalition(house);
  return { ...test, given: { ...test.given, ...givenGroups(test.database), ...givenStatements(test.app) } };
}

export type StatementsUnderTest = Awaited<ReturnType<typeof startStatements>>;
