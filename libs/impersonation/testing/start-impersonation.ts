import type { House } from '@plenary/ground/testing';
import { impersonationEntities, ImpersonationModule } from '@plenary/impersonation/server';
import { organisationsHouse, startCoalition } from '@plenary/organisations/testing';

/** This room and those below it. */
export const impersonationHouse: House = {
  imports: [...organisationsHouse.imports, ImpersonationModule],
  entities: [...organisationsHouse.entities, ...impersonationEntities],
  migrations: organisationsHouse.migrations,
};

/** Starts a house with people in it, some of whom impersonate others. */
export const startImpersonation = (house: House = impersonationHouse) => startCoalition(house);
