import { newId, oneLine, sortNameOf } from '@plenary/ground/kernel';
import type { OrganisationEntity } from '../entities/organisation.entity.js';
import type { AddOrganisationDto } from './organisation-changes.dto.js';

/** A new organisation as it is stored, out of what was said of it. Whoever stores it has judged its name. */
export function organisationRow(
  said: Omit<AddOrganisationDto, 'email'>,
  { state, email, createdAt }: Pick<OrganisationEntity, 'state' | 'email' | 'createdAt'>,
) {
  const name = oneLine(said.name);
  return {
    id: newId(),
    name,
    sortName: sortNameOf(name),
    acronym: said.acronym?.trim() || null,
    country: said.country,
    region: said.region ?? null,
    constituency: said.constituency ?? null,
    languages: said.languages,
    website: said.website?.trim() || null,
    email,
    description: (said.description ?? {}) as never,
    state,
    listing: said.listing ?? ('listed' as const),
    logoId: null,
    mergedInto: null,
    createdAt,
  };
}
