import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import { RateLimits, UnitOfWork } from '@plenary/ground/server';
import { PeopleService, WelcomeService } from '@plenary/identity/server';
import { isCoordinator, failOrganisation, peopleWrittenTo } from '@plenary/organisations/domain';
import { OrganisationsRepository } from '../organisations/organisations.repository.js';
import { RolesRepository } from '../standing/roles.repository.js';
import { StandingService } from '../standing/standing.service.js';

/** Writing once more to who has not come yet (ORG-27). */
@Injectable()
export class ReachingPeople {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly roles: RolesRepository,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly welcome: WelcomeService,
    private readonly limits: RateLimits,
  ) {}

  /**
   * ORG-27: coordinators to everybody, focal points to people of their organisations. Answers to whom it wrote; the
   * others have come, or were written to of late.
   */
  async writeAgain(actor: Actor, personIds: readonly string[]): Promise<{ changed: string[] }> {
    await this.limits.take('write-again', actor.personId, 100, 3_600);
    return this.unit.run(actor, async (tx) => {
      await this.refuseUnlessTheirs(tx.manager, actor, personIds);
      const coalition = await this.organisations.findCoalition(tx.manager);
      const changed = await this.welcome.again(tx.manager, personIds, coalition?.name ?? 'Plenary');
      if (changed.length > 0) {
        const subject = { kind: 'person', id: actor.personId };
        await tx.events.append(peopleWrittenTo(subject, { people: changed.length }));
      }
      return { changed };
    });
  }

  private async refuseUnlessTheirs(
    tx: EntityManager,
    actor: Actor,
    personIds: readonly string[],
  ): Promise<void> {
    const viewer = await this.standings.get(actor.personId, tx);
    const coordinates = isCoordinator(viewer);
    if (!coordinates && viewer.focalPointOf.length === 0) failOrganisation('organisation.forbidden');
    const known = await this.people.namesOf(personIds, tx);
    if (known.size !== personIds.length) failOrganisation('person.not-found');
    if (coordinates) return;
    const theirs = await this.roles.listActingFor(tx, viewer.focalPointOf, personIds);
    if (theirs.length !== personIds.length) failOrganisation('organisation.forbidden');
  }
}
