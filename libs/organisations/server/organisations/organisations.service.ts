import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Actor, CountedPage } from '@plenary/ground/kernel';
import { cursorOf, pageOf, readCursor } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import {
  failOrganisation,
  mayNamePeople,
  type CoalitionView,
  type MembershipView,
  type OrganisationDetailView,
  type OrganisationView,
  type Standing,
} from '@plenary/organisations/domain';
import { OrganisationEntity } from '../entities/organisation.entity.js';
import { OrganisationHistory } from './organisation-history.js';
import { PeopleReach } from '../standing/people-reach.js';
import { OrganisationNames } from './organisation-names.js';
import type { ListOrganisationsDto } from './organisations.dto.js';
import {
  presentCoalition,
  presentMembership,
  presentOrganisation,
  presentOrganisationDetail,
} from './organisations.presenter.js';
import { OrganisationsRepository, type OrganisationName } from './organisations.repository.js';
import { StandingService, type PersonalStanding } from '../standing/standing.service.js';

/** People shown on an organisation's page; who wants more lists people by organisation. */
const peopleShown = 200;

/** What the signed-in read of the coalition and its organisations. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly database: DataSource,
    private readonly organisations: OrganisationsRepository,
    private readonly standings: StandingService,
    private readonly names: OrganisationNames,
    private readonly people: PeopleService,
    private readonly history: OrganisationHistory,
    private readonly reach: PeopleReach,
  ) {}

  async getCoalition(tx: EntityManager = this.database.manager): Promise<CoalitionView> {
    const coalition = await this.organisations.findCoalition(tx);
    return presentCoalition(coalition ?? failOrganisation('coalition.not-found'));
  }

  async getMembership(actor: Actor): Promise<MembershipView> {
    const person = (await this.standings.of([actor.personId])).get(actor.personId)!;
    const ids = person.actsFor.map((each) => each.organisationId);
    return presentMembership(
      person,
      await this.names.of(person.standing, ids),
      await this.inactiveOf(person.actsFor),
    );
  }

  /** With their names, since these are the person's own, and with the reason that the coordinators gave. */
  private async inactiveOf(actsFor: PersonalStanding['actsFor']): Promise<MembershipView['inactive']> {
    const inactive = actsFor.filter(({ organisationState }) => organisationState !== 'active');
    if (inactive.length === 0) return [];
    const tx = this.database.manager;
    const ids = inactive.map(({ organisationId }) => organisationId);
    const found = await tx.find(OrganisationEntity, {
      where: { id: In(ids) },
      select: { id: true, name: true },
    });
    const last = await this.history.lastOf(tx, ids);
    return inactive.flatMap(({ organisationId: id, role, organisationState: state }) => {
      const name = found.find((each) => each.id === id)?.name;
      const change = last.get(id);
      if (name === undefined) return [];
      return [{ id, name, role, state, since: change?.at ?? null, reason: change?.reason ?? null }];
    });
  }

  async list(actor: Actor, dto: ListOrganisationsDto): Promise<CountedPage<OrganisationView>> {
    const tx = this.database.manager;
    const viewer = await this.standings.get(actor.personId);
    const filter = {
      query: dto.query ?? null,
      region: dto.region ?? null,
      constituency: dto.constituency ?? null,
      language: dto.language ?? null,
      state: dto.state ?? null,
      after: readCursor(dto.cursor, ['sortName', 'id']),
      limit: dto.limit,
    };
    const found = await this.organisations.list(tx, viewer, filter);
    const total = filter.after ? null : await this.organisations.count(tx, viewer, filter);
    const page = pageOf(found, dto.limit, (last) => cursorOf({ sortName: last.sortName, id: last.id }));
    const counts = await this.organisations.countPeople(
      tx,
      page.items.map((each) => each.id),
    );
    const items = page.items.map((each) => presentOrganisation(each, counts.get(each.id) ?? 0));
    return { ...page, items, total };
  }

  async get(actor: Actor, id: string): Promise<OrganisationDetailView> {
    const tx = this.database.manager;
    const viewer = await this.standings.get(actor.personId);
    const organisation =
      (await this.organisations.find(tx, viewer, id)) ?? failOrganisation('organisation.not-found');
    const representatives = await this.organisations.listPeople(tx, id, peopleShown);
    const counts = await this.organisations.countPeople(tx, [id]);
    const people = await this.people.namesOf(representatives.map((each) => each.personId));
    const count = counts.get(id) ?? 0;
    const into = await this.whereItWent(viewer, organisation.mergedInto);
    const reach = await this.reach.of(tx, mayNamePeople(viewer, id) ? [...people.keys()] : []);
    return presentOrganisationDetail(organisation, count, representatives, people, viewer, into, reach);
  }

  /** ORG-3: into an organisation that the viewer does not find, it went nowhere. */
  private async whereItWent(viewer: Standing, into: string | null): Promise<OrganisationName | null> {
    return into ? ((await this.names.of(viewer, [into])).get(into) ?? null) : null;
  }
}
