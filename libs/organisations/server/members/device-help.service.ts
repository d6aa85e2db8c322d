import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { systemClock, type Actor } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import { DeviceRecoveryService, PeopleService } from '@plenary/identity/server';
import { failOrganisation, mayHelpWithDevice, type HelperRoles } from '@plenary/organisations/domain';
import { CoalitionRoleEntity } from '../entities/coalition-role.entity.js';
import { RepresentativeEntity } from '../entities/representative.entity.js';
import { StandingService } from '../standing.service.js';

/** Two who know somebody let them in again after they lost the device (IDN-13); here stands who the two may be (ORG-22). */
@Injectable()
export class DeviceHelpService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly recovery: DeviceRecoveryService,
  ) {}

  /** What the caller may do about it; null for who may do nothing. */
  async look(actor: Actor, personId: string) {
    if (!(await this.people.namesOf([personId])).size) return failOrganisation('person.not-found');
    if (!(await this.mayHelp(this.database.manager, actor.personId, personId))) return null;
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
      await this.refuseUnlessHelper(tx.manager, actor, personId);
      await this.recovery.begin(tx, personId, actor.personId);
    });
  }

  confirm(actor: Actor, personId: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.refuseUnlessHelper(tx.manager, actor, personId);
      await this.recovery.confirm(tx, personId, actor.personId);
    });
  }

  stop(actor: Actor, personId: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.refuseUnlessHelper(tx.manager, actor, personId);
      await this.recovery.stop(tx, personId);
    });
  }

  private async refuseUnlessHelper(tx: EntityManager, actor: Actor, personId: string): Promise<void> {
    if (!(await this.people.namesOf([personId], tx)).size) failOrganisation('person.not-found');
    if (!(await this.mayHelp(tx, actor.personId, personId))) failOrganisation('person.forbidden');
  }

  private async mayHelp(tx: EntityManager, helperId: string, personId: string): Promise<boolean> {
    const begun = await this.recovery.find(tx, personId);
    const person = await this.standings.get(personId, tx);
    const helper = await this.rolesOf(tx, helperId);
    return mayHelpWithDevice(helper, person, begun?.begunAt.getTime() ?? systemClock.now());
  }

  private async rolesOf(tx: EntityManager, personId: string): Promise<HelperRoles> {
    const { focalPointOf } = await this.standings.get(personId, tx);
    const named = await tx.findBy(RepresentativeEntity, { personId, role: 'focal_point' });
    const active = named.filter(({ organisationId }) => focalPointOf.includes(organisationId));
    const coordinator = await tx.findOneBy(CoalitionRoleEntity, { personId, role: 'coordinator' });
    return {
      personId,
      coordinatorSince: coordinator?.createdAt.getTime() ?? null,
      focalPointSince: new Map(
        active.map(({ organisationId, roleSince }) => [organisationId, roleSince.getTime()]),
      ),
    };
  }
}
