import type { DataSource } from 'typeorm';
import { newId, sortNameOf } from '@plenary/ground/kernel';
import {
  usualConstituencies,
  usualRegions,
  type CoalitionRole,
  type Listing,
  type OrganisationState,
  type Region,
  type RepresentativeRole,
} from '@plenary/organisations/domain';
import {
  CoalitionEntity,
  CoalitionRoleEntity,
  OrganisationEntity,
  RepresentativeEntity,
} from '@plenary/organisations/server';

export interface GivenOrganisation {
  readonly name?: string;
  readonly region?: Region;
  readonly state?: OrganisationState;
  readonly listing?: Listing;
}

/** Builders of the coalition for tests: rows as they would stand, without events. */
export function givenOrganisations(database: DataSource) {
  const createdAt = new Date();
  let count = 0;
  return {
    async coalition(name = 'Test coalition'): Promise<string> {
      const id = newId();
      const languages = ['en', 'es'];
      await database.manager.insert(CoalitionEntity, {
        id,
        name,
        languages,
        isDemo: true,
        createdAt,
        regions: usualRegions,
        constituencies: usualConstituencies,
      } as never);
      return id;
    },

    async organisation(wanted: GivenOrganisation = {}): Promise<string> {
      const id = newId();
      const name = wanted.name ?? `Organisation ${String(++count).padStart(3, '0')}`;
      await database.manager.insert(OrganisationEntity, {
        id,
        name,
        sortName: sortNameOf(name),
        acronym: null,
        country: 'CO',
        region: wanted.region ?? 'latin-america-caribbean',
        constituency: 'migrant-led',
        languages: ['es'],
        website: null,
        state: wanted.state ?? 'active',
        listing: wanted.listing ?? 'listed',
        createdAt,
      });
      return id;
    },

    async representative(
      personId: string,
      organisationId: string,
      role: RepresentativeRole = 'representative',
    ): Promise<void> {
      await database.manager.insert(RepresentativeEntity, {
        ...{ personId, organisationId, role, createdAt },
        roleSince: createdAt,
      });
    },

    async role(personId: string, role: CoalitionRole): Promise<void> {
      await database.manager.insert(CoalitionRoleEntity, { personId, role, createdAt });
    },
  };
}
