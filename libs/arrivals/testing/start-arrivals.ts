import { arrivalsEntities, ArrivalsModule } from '@plenary/arrivals/server';
import type { House } from '@plenary/ground/testing';
import { organisationsHouse, startCoalition } from '@plenary/organisations/testing';

/** This room and those below it. */
export const arrivalsHouse: House = {
  imports: [...organisationsHouse.imports, ArrivalsModule],
  entities: [...organisationsHouse.entities, ...arrivalsEntities],
  migrations: organisationsHouse.migrations,
};

/** Starts a house with people in it, into which others come. */
export const startArrivals = (house: House = arrivalsHouse) => startCoalition(house);
