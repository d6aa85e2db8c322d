import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, Page } from '@plenary/ground/kernel';
import { PeopleService } from '@plenary/identity/server';
import {
  failOrganisation,
  mayKnowFullName,
  type PersonView,
  type Standing,
} from '@plenary/organisations/domain';
import { OrganisationNames } from './organisation-names.js';
import type { ListPeopleDto } from './organisations.dto.js';
import { presentPerson, type KnownPerson } from './organisations.presenter.js';
import { RolesRepository } from './roles.repository.js';
import { StandingService } from './standing.service.js';

/** People with one role or of one organisation that a list looks through; a coalition has a few thousand. */
const peopleSearched = 10_000;

/** People of the coalition as its other people see them (ORG-4). */
@Injectable()
export class CoalitionPeopleService {
  constructor(
    private readonly database: DataSource,
    private readonly roles: RolesRepository,
    private readonly standings: StandingService,
    private readonly names: OrganisationNames,
    private readonly people: PeopleService,
  ) {}

  async list(actor: Actor, dto: ListPeopleDto): Promise<Page<PersonView>> {
    const viewer = await this.standings.get(actor.personId);
    const ids = await this.idsFor(viewer, dto);
    const page = await this.people.list({
      query: dto.query ?? null,
      ids,
      cursor: dto.cursor ?? null,
      limit: dto.limit,
    });
    return { items: await this.present(viewer, page.items), nextCursor: page.nextCursor };
  }

  async get(actor: Actor, id: string): Promise<PersonView> {
    const viewer = await this.standings.get(actor.personId);
    const person = (await this.people.namesOf([id])).get(id) ?? failOrganisation('person.not-found');
    return (await this.present(viewer, [person]))[0]!;
  }

  /** Null when everybody is meant. */
  private async idsFor(viewer: Standing, dto: ListPeopleDto): Promise<readonly string[] | null> {
    if (!dto.organisation && !dto.role) return null;
    // ORG-3: the people of an organisation that one may not find are nobody.
    if (dto.organisation && !(await this.names.of(viewer, [dto.organisation])).size) return [];
    return this.roles.listPersonIds(this.database.manager, {
      role: dto.role ?? null,
      organisationId: dto.organisation ?? null,
      limit: peopleSearched,
    });
  }

  private async present(viewer: Standing, people: readonly KnownPerson[]): Promise<PersonView[]> {
    const standings = await this.standings.of(people.map((person) => person.id));
    const ids = [...standings.values()].flatMap(({ actsFor }) => actsFor.map((each) => each.organisationId));
    const names = await this.names.of(viewer, ids);
    // ORG-19: nobody else learns that there is another name.
    const known = people.filter(({ id }) => mayKnowFullName(viewer, standings.get(id)!.standing));
    const full = known.length > 0 ? await this.people.fullNamesOf(known.map(({ id }) => id)) : new Map();
    return people.map((person) =>
      presentPerson(person, standings.get(person.id)!, names, full.get(person.id) ?? null),
    );
  }
}
