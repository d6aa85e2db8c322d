import {
  isCoordinator,
  type CoalitionView,
  type MembershipView,
  type OrganisationDetailView,
  type OrganisationView,
  type PersonOrganisationView,
  type PersonView,
  type Standing,
  mayNamePeople,
  organisationSpokenFor,
} from '@plenary/organisations/domain';
import type { CoalitionEntity } from '../entities/coalition.entity.js';
import type { OrganisationEntity } from '../entities/organisation.entity.js';
import type { RepresentativeEntity } from '../entities/representative.entity.js';
import type { OrganisationName } from './organisations.repository.js';
import type { PersonalStanding } from '../standing/standing.service.js';
import type { Reach } from '../standing/people-reach.js';

/** A person's name as identity knows it. */
export interface KnownPerson {
  readonly id: string;
  readonly displayName: string;
  readonly colour: string;
  readonly language: string;
  readonly languages: readonly string[];
}

const reachOf = ({ awaited, comesBack }: Reach, personId: string) => ({
  awaited: awaited.has(personId),
  comesBack: comesBack.has(personId),
});

export function presentCoalition(coalition: CoalitionEntity): CoalitionView {
  const { id, name, languages, isDemo, colour, applications, secondOpinion } = coalition;
  const { regions, constituencies, themes, secondFactorRoles, logoId, email } = coalition;
  return {
    ...{ id, name, languages, isDemo, colour, logoId, regions, constituencies, themes },
    ...{ applications, secondOpinion, secondFactorRoles, email },
  };
}

/** What everybody may know who comes to the door. */
export function presentDoor(coalition: CoalitionEntity | null) {
  if (!coalition) return { coalition: null };
  const { name, languages, colour, logoId, isDemo, applications, regions, constituencies, email } = coalition;
  const look = { name, languages, colour, logoId, isDemo };
  return { coalition: { ...look, applications, regions, constituencies, email } };
}

export function presentOrganisation(organisation: OrganisationEntity, peopleCount: number): OrganisationView {
  return {
    id: organisation.id,
    name: organisation.name,
    acronym: organisation.acronym,
    country: organisation.country,
    region: organisation.region,
    constituency: organisation.constituency,
    languages: organisation.languages,
    website: organisation.website,
    state: organisation.state,
    listing: organisation.listing,
    logoId: organisation.logoId,
    peopleCount,
  };
}

export function presentOrganisationDetail(
  organisation: OrganisationEntity,
  peopleCount: number,
  representatives: readonly RepresentativeEntity[],
  people: ReadonlyMap<string, KnownPerson>,
  viewer: Standing,
  into: { readonly id: string; readonly name: string } | null,
  reach: Reach,
): OrganisationDetailView {
  const coordinates = isCoordinator(viewer);
  const isOwn = viewer.organisationIds.includes(organisation.id);
  const namesPeople = mayNamePeople(viewer, organisation.id);
  return {
    ...presentOrganisation(organisation, peopleCount),
    description: organisation.description,
    ...{ mergedInto: into?.id ?? null, mergedIntoName: into?.name ?? null },
    email: coordinates || isOwn ? organisation.email : null,
    may: { namePeople: namesPeople, describe: namesPeople, decide: coordinates },
    people: representatives.flatMap(({ personId, role }) => {
      const person = people.get(personId);
      if (!person) return [];
      return [
        { personId, name: person.displayName, colour: person.colour, role, ...reachOf(reach, personId) },
      ];
    }),
  };
}

/** ORG-3: organisations that the viewer may not find are left out, since `names` does not hold them. */
function presentOrganisationsOf(
  person: PersonalStanding,
  names: ReadonlyMap<string, OrganisationName>,
): PersonOrganisationView[] {
  return person.actsFor.flatMap(({ organisationId, role, organisationState }) => {
    const organisation = names.get(organisationId);
    if (!organisation || organisationState !== 'active') return [];
    const { id, name, acronym, region, constituency } = organisation;
    return [{ id, name, acronym, region, constituency, role }];
  });
}

export function presentPerson(
  person: KnownPerson,
  standing: PersonalStanding,
  names: ReadonlyMap<string, OrganisationName>,
  fullName: string | null,
  reach: Reach,
): PersonView {
  return {
    id: person.id,
    name: person.displayName,
    fullName,
    colour: person.colour,
    language: person.language,
    languages: person.languages,
    organisations: presentOrganisationsOf(standing, names),
    coalitionRoles: standing.standing.coalitionRoles,
    ...reachOf(reach, person.id),
  };
}

export function presentMembership(
  standing: PersonalStanding,
  names: ReadonlyMap<string, OrganisationName>,
  inactive: MembershipView['inactive'],
): MembershipView {
  const spokenFor = names.get(organisationSpokenFor(standing.actsFor) ?? '');
  return {
    organisations: presentOrganisationsOf(standing, names),
    actingFor: spokenFor ? { id: spokenFor.id, name: spokenFor.name, acronym: spokenFor.acronym } : null,
    inactive,
    coalitionRoles: standing.standing.coalitionRoles,
  };
}
