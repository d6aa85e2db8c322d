import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, CountedPage } from '@plenary/ground/kernel';
import { PeopleService, type PeopleAmong } from '@plenary/identity/server';
import {
  isCoordinator,
  coalitionRoles,
  failOrganisation,
  mayKnowFullName,
  representativeRoles,
  type PersonView,
  type Standing,
} from '@plenary/organisations/domain';
import { OrganisationNames } from '../organisations/organisation-names.js';
import type { ListPeopleDto } from '../organisations/organisations.dto.js';
import { presentPerson, type KnownPerson } from '../organisations/organisations.presenter.js';
import { OrganisationsRepository } from '../organisations/organisations.repository.js';
import { RolesRepository } from '../standing/roles.repository.js';
import { PeopleReach } from '../standing/people-reach.js';
import { StandingService } from '../standing/standing.service.js';

/** People of the coalition as its other people see them (ORG-4). */
@Injectable()
export class CoalitionPeopleService {
  constructor(
    private readonly database: DataSource,
    private readonly organisations: OrganisationsRepository,
    private readonly roles: RolesRepository,
    private readonly standings: StandingService,
    private readonly names: OrganisationNames,
    private readonly people: PeopleService,
    private readonly reach: PeopleReach,
  ) {}

  async list(actor: Actor, dto: ListPeopleDto): Promise<CountedPage<PersonView>> {
    const viewer = await this.standings.get(actor.personId);
    const page = await this.people.list({
      query: dto.query ?? null,
      language: dto.language ?? null,
      among: this.among(viewer, dto),
      awaited: dto.arrival === 'awaited',
      cursor: dto.cursor ?? null,
      limit: dto.limit,
    });
    return { ...page, items: await this.present(viewer, page.items) };
  }

  async get(actor: Actor, id: string): Promise<PersonView> {
    const viewer = await this.standings.get(actor.personId);
    const person = (await this.people.namesOf([id])).get(id) ?? failOrganisation('person.not-found');
    return (await this.present(viewer, [person]))[0]!;
  }

  /** What is asked of people's roles, as parts of the one query that lists them. */
  private among(viewer: Standing, dto: ListPeopleDto): PeopleAmong[] {
    const tx = this.database.manager;
    const { role, actsAs, organisation, region, constituency } = dto;
    const coalitionRole = coalitionRoles.find((each) => each === role);
    const among: PeopleAmong[] = [];
    if (coalitionRole) among.push(this.roles.peopleWith(tx, coalitionRole));
    const acting = {
      organisationId: organisation ?? null,
      role: actsAs ?? representativeRoles.find((each) => each === role) ?? null,
      region: region ?? null,
      constituency: constituency ?? null,
    };
    // Others learn of nobody who has not come yet.
    if (dto.arrival && !isCoordinator(viewer)) {
      among.push(this.roles.peopleOf(tx, viewer.focalPointOf));
    }
    if (Object.values(acting).some(Boolean)) among.push(this.organisations.peopleActing(tx, viewer, acting));
    return among;
  }

  private async present(viewer: Standing, people: readonly KnownPerson[]): Promise<PersonView[]> {
    const standings = await this.standings.of(people.map((person) => person.id));
    const ids = [...standings.values()].flatMap(({ actsFor }) => actsFor.map((each) => each.organisationId));
    const names = await this.names.of(viewer, ids);
    // ORG-19: nobody else learns that there is another name.
    const known = people.filter(({ id }) => mayKnowFullName(viewer, standings.get(id)!.standing));
    const knownIds = known.map(({ id }) => id);
    const full = known.length > 0 ? await this.people.fullNamesOf(knownIds) : new Map();
    const reach = await this.reach.of(this.database.manager, knownIds);
    return people.map((person) =>
      presentPerson(person, standings.get(person.id)!, names, full.get(person.id) ?? null, reach),
    );
  }
}
