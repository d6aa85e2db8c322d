import { Injectable } from '@nestjs/common';
import type { Actor } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import { DeviceRecoveryService, PeopleService } from '@plenary/identity/server';
import { failOrganisation, mayNamePeople, type Standing } from '@plenary/organisations/domain';
import { StandingService } from '../standing.service.js';

/** Two who know somebody let them in again after they lost the device (IDN-13); here stands who the two may be. */
@Injectable()
export class DeviceHelpService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly recovery: DeviceRecoveryService,
  ) {}

  /** What the caller may do about it; null for who may do nothing. */
  async look(actor: Actor, personId: string) {
    if (!(await this.people.namesOf([personId])).size) return failOrganisation('person.not-found');
    if (!(await this.mayHelp(await this.standings.get(actor.personId), personId))) return null;
    const begun = await this.recovery.of(personId);
    return {
      hasSecondFactor: await this.recovery.hasSecondFactor(personId),
      begunByMe: begun?.begunBy === actor.personId,
      begunAt: begun?.begunAt.toISOString() ?? null,
      dueAt: begun?.dueAt?.toISOString() ?? null,
    };
  }

  begin(actor: Actor, personId: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.refuseUnlessHelper(actor, personId);
      await this.recovery.begin(tx, personId, actor.personId);
    });
  }

  confirm(actor: Actor, personId: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.refuseUnlessHelper(actor, personId);
      await this.recovery.confirm(tx, personId, actor.personId);
    });
  }

  stop(actor: Actor, personId: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.refuseUnlessHelper(actor, personId);
      await this.recovery.stop(tx, personId);
    });
  }

  private async refuseUnlessHelper(actor: Actor, personId: string): Promise<void> {
    if (!(await this.people.namesOf([personId])).size) failOrganisation('person.not-found');
    if (!(await this.mayHelp(await this.standings.get(actor.personId), personId))) {
      failOrganisation('person.forbidden');
    }
  }

  /** Coordinators, and focal points of an organisation for which the person acts. */
  private async mayHelp(viewer: Standing, personId: string): Promise<boolean> {
    if (viewer.personId === personId) return false;
    const { organisationIds } = await this.standings.get(personId);
    return (
      viewer.coalitionRoles.includes('coordinator') || organisationIds.some((id) => mayNamePeople(viewer, id))
    );
  }
}
