import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Participants, ShortMemory, type Look, type Participant } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import { organisationSpokenFor } from '@plenary/organisations/domain';
import { OrganisationEntity } from './entities/organisation.entity.js';
import { LooksService } from './looks/looks.service.js';
import { OrganisationsRepository } from './organisations.repository.js';
import { StandingService } from './standing.service.js';

/** Every request asks; changes empty the memory at once (`NameChanges`). Milliseconds. */
const rememberFor = 5_000;
const mostRemembered = 10_000;

/** Who people are at work: their name and the organisation they speak for (ORG-2). */
@Injectable()
export class CoalitionParticipants extends Participants {
  private readonly remembered = new ShortMemory<Participant | null>(rememberFor, mostRemembered);
  private readonly strict = new ShortMemory<boolean>(rememberFor, mostRemembered);

  constructor(
    private readonly database: DataSource,
    private readonly people: PeopleService,
    private readonly organisations: OrganisationsRepository,
    private readonly standings: StandingService,
    private readonly looks: LooksService,
  ) {
    super();
  }

  override of(personId: string): Promise<Participant | null> {
    return this.remembered.get(personId, () => this.load(personId));
  }

  /** ORG-16: the coalition names the roles that ask for a second factor. */
  override needsSecondFactor(personId: string): Promise<boolean> {
    return this.strict.get(personId, () => this.loadStrictness(personId));
  }

  override lookOf(id: string, by: { personId: string; sessionId: string }): Promise<Look | null> {
    return this.looks.of(id, by);
  }

  forget(personId: string): void {
    this.remembered.forget(personId);
    this.strict.forget(personId);
  }

  forgetEverybody(): void {
    this.remembered.clear();
    this.strict.clear();
  }

  private async loadStrictness(personId: string): Promise<boolean> {
    const coalition = await this.organisations.findCoalition(this.database.manager);
    const strict = coalition?.secondFactorRoles ?? [];
    if (strict.length === 0) return false;
    const { coalitionRoles, focalPointOf } = await this.standings.get(personId);
    const held: readonly string[] = [...coalitionRoles, ...(focalPointOf.length > 0 ? ['focal_point'] : [])];
    return strict.some((role) => held.includes(role));
  }

  private async load(personId: string): Promise<Participant | null> {
    const person = (await this.people.namesOf([personId])).get(personId);
    if (!person) return null;
    const { actsFor } = (await this.standings.of([personId])).get(personId)!;
    const id = organisationSpokenFor(actsFor);
    const organisation =
      id === null ? null : await this.database.manager.findOneBy(OrganisationEntity, { id });
    return {
      displayName: person.displayName,
      // ORG-3: an unlisted organisation is named to nobody beside a caret.
      organisation: organisation && {
        id: organisation.id,
        name: organisation.listing === 'listed' ? organisation.name : null,
      },
    };
  }
}
