import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import { Participants, ShortMemory, type Participant } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import { organisationSpokenFor, type Standing } from '@plenary/organisations/domain';
import { OrganisationEntity } from '../entities/organisation.entity.js';
import { OrganisationsRepository } from '../organisations/organisations.repository.js';
import { StandingService } from '../standing/standing.service.js';

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

  /**
   * Those who would be admitted otherwise now: for another organisation, or with a second factor, which was perhaps not
   * asked for. Two queries, however many they are.
   */
  async admittedOtherwise(
    admitted: readonly Pick<Actor, 'personId' | 'organisationId'>[],
  ): Promise<ReadonlySet<string>> {
    if (admitted.length === 0) return new Set();
    const strict = await this.strictRoles();
    const now = await this.standings.of([...new Set(admitted.map(({ personId }) => personId))]);
    const others = admitted.filter(({ personId, organisationId }) => {
      const { standing, actsFor } = now.get(personId)!;
      return organisationSpokenFor(actsFor) !== organisationId || holdsOne(strict, standing);
    });
    return new Set(others.map(({ personId }) => personId));
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
    const strict = await this.strictRoles();
    return strict.length > 0 && holdsOne(strict, await this.standings.get(personId));
  }

  private async strictRoles(): Promise<readonly string[]> {
    return (await this.organisations.findCoalition(this.database.manager))?.secondFactorRoles ?? [];
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

function holdsOne(roles: readonly string[], { coalitionRoles, focalPointOf }: Standing): boolean {
  const held: readonly string[] = [...coalitionRoles, ...(focalPointOf.length > 0 ? ['focal_point'] : [])];
  return roles.some((role) => held.includes(role));
}
