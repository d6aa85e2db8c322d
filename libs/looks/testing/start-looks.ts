import type { House } from '@plenary/ground/testing';
import { looksEntities, LooksModule } from '@plenary/looks/server';
import { organisationsHouse, startCoalition } from '@plenary/organisations/testing';

/** This room and those below it. */
export const looksHouse: House = {
  imports: [...organisationsHouse.imports, LooksModule],
  entities: [...organisationsHouse.entities, ...looksEntities],
  migrations: organisationsHouse.migrations,
};

/** Starts a house with people in it, some of whom look as others. */
export const startLooks = (house: House = looksHouse) => startCoalition(house);
